/// Who sees high-value assignments first (INC-04).
public struct AccessTier: Hashable, Sendable {
    /// Unique in the programme.
    public let id: String
    /// What people call it.
    public let title: String
    /// The pool whose members see them first.
    public let pool: String
    /// Hours after which everybody sees them.
    public let hours: Int

    /// A tier of these parts.
    public init(
        id: String,
        title: String,
        pool: String,
        hours: Int
    ) {
        self.id = id
        self.title = title
        self.pool = pool
        self.hours = hours
    }
}
