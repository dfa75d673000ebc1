import Contracts

/// A row of the table `programme_version`.
public struct ProgrammeRow: Hashable, Sendable {
    /// The programme's id.
    public let programme: String
    /// 1 and up.
    public let version: Int64
    /// The text as it was published.
    public let yaml: String
    /// When it was published.
    public let publishedAt: Timestamp

    /// A row of these columns.
    public init(programme: String, version: Int64, yaml: String, publishedAt: Timestamp) {
        self.programme = programme
        self.version = version
        self.yaml = yaml
        self.publishedAt = publishedAt
    }
}
