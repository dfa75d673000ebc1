import Contracts

/// What was decided after an experiment: the variant that becomes the programme's default (EXP-15).
public struct ExperimentDecision: Hashable, Sendable {
    /// The variant that everybody follows from then on.
    public let variant: String
    /// The day of the decision, whose figures it rests on.
    public let decidedOn: Day
    /// The first day of the new default.
    public let from: Day
    /// Who decided, by role.
    public let by: String
    /// Why.
    public let reason: String

    /// A decision of these parts.
    public init(variant: String, decidedOn: Day, from: Day, by: String, reason: String) {
        self.variant = variant
        self.decidedOn = decidedOn
        self.from = from
        self.by = by
        self.reason = reason
    }
}
