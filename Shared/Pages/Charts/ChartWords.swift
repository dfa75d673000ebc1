/// What a chart says to those who do not see it, and what it is called.
public struct ChartWords: Hashable, Sendable {
    /// Its id, unique on the page.
    public let id: String
    /// What it is called.
    public let title: String
    /// What is to be seen on it, in a sentence or two.
    public let description: String

    /// The words of a chart; they are escaped where they are drawn.
    public init(id: String, title: String, description: String) {
        self.id = id
        self.title = title
        self.description = description
    }
}
