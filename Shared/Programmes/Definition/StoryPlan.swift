/// A case study with a client's testimonial (INC-16).
public struct StoryPlan: Hashable, Sendable {
    /// The pathway whose completion offers it.
    public let pathway: String
    /// The text of the standard release.
    public let release: String

    /// A story of these parts.
    public init(
        pathway: String,
        release: String = "release"
    ) {
        self.pathway = pathway
        self.release = release
    }
}
