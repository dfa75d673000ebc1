import Contracts

/// A level of a rubric's criterion (ASM-07).
public struct RubricLevel: Hashable, Sendable {
    /// Unique in the criterion.
    public let id: String
    /// What people call it.
    public let title: String
    /// What one observes at this level.
    public let behaviour: String
    /// What it is worth.
    public let points: Decimal6
    /// Where work products of good performers that show it are (ASM-09).
    public let anchors: [String]

    /// A level of these parts.
    public init(
        id: String,
        title: String,
        behaviour: String,
        points: Decimal6,
        anchors: [String] = []
    ) {
        self.id = id
        self.title = title
        self.behaviour = behaviour
        self.points = points
        self.anchors = anchors
    }
}
