/// How a practical task is scored (ASM-07, ASM-08).
public struct Rubric: Hashable, Sendable {
    /// Its version; a result keeps the one that it was scored with.
    public let version: String
    /// The criteria, in the author's order.
    public let criteria: [RubricCriterion]

    /// A rubric of these parts.
    public init(
        version: String,
        criteria: [RubricCriterion]
    ) {
        self.version = version
        self.criteria = criteria
    }
}
