/// Rehire eligibility and priority for high-value briefs (INC-17, INC-18): hints, no more.
public struct PriorityPlan: Hashable, Sendable {
    /// The pathway whose completion sets them.
    public let pathway: String
    /// Whether completion speaks for another engagement.
    public let isRehireEligible: Bool
    /// Whether high-value briefs are ordered with its holders first.
    public let hasBriefPriority: Bool

    /// A priority of these parts.
    public init(
        pathway: String,
        isRehireEligible: Bool = true,
        hasBriefPriority: Bool = false
    ) {
        self.pathway = pathway
        self.isRehireEligible = isRehireEligible
        self.hasBriefPriority = hasBriefPriority
    }

    /// Whether completion changes anything.
    public var setsAnything: Bool { isRehireEligible || hasBriefPriority }
}
