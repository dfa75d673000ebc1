/// A step of a screening.
public struct ScreeningStep: Hashable, Sendable {
    /// Unique in the screening.
    public let id: String
    /// What people call it.
    public let title: String
    /// The pathways of the same programme of which any credential replaces the step; none where nothing does.
    public let replacedBy: [String]

    /// A step of its parts.
    public init(id: String, title: String, replacedBy: [String] = []) {
        self.id = id
        self.title = title
        self.replacedBy = replacedBy
    }
}
