import Contracts

/// A figure by which a programme is judged (MET-19, PRG-17).
public struct ProgrammeKPI: Hashable, Sendable {
    /// The figure, by the name of its definition, such as `time-to-fill`.
    public let id: String
    /// The objective that it measures.
    public let objective: Objective
    /// Whether it is the leading indicator, of which there is exactly one.
    public let isLeading: Bool
    /// Its value before the programme.
    public let baseline: Decimal6?
    /// The value from which on the aim is reached; the baseline itself where none is named (EXP-16).
    public let goal: Decimal6?
    /// What is hoped for, shown beside the figure and never a rule.
    public let target: String?

    /// A figure of these parts.
    public init(
        id: String,
        objective: Objective,
        isLeading: Bool = false,
        baseline: Decimal6? = nil,
        goal: Decimal6? = nil,
        target: String? = nil
    ) {
        self.id = id
        self.objective = objective
        self.isLeading = isLeading
        self.baseline = baseline
        self.goal = goal
        self.target = target
    }
}
