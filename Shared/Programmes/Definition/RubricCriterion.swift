import Contracts

/// A criterion of a rubric (ASM-07).
public struct RubricCriterion: Hashable, Sendable {
    /// Unique in the rubric.
    public let id: String
    /// What people call it.
    public let title: String
    /// Its share of the score, relative to the others.
    public let weight: Decimal6
    /// Its levels, the lowest first.
    public let levels: [RubricLevel]

    /// A criterion of these parts.
    public init(
        id: String,
        title: String,
        weight: Decimal6,
        levels: [RubricLevel]
    ) {
        self.id = id
        self.title = title
        self.weight = weight
        self.levels = levels
    }
}
