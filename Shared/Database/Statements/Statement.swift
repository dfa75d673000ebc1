import Contracts

/// An SQL statement with parameters `$1`, `$2`, …, prepared once on every connection that uses it.
///
/// Make each a constant: its name is a hash of its SQL, and a connection keeps what it prepared as long as it lives.
public struct Statement: Hashable, Sendable {
    /// The SQL, a single statement.
    public let sql: String
    /// Under which the server keeps it.
    let name: String
    private let hash: UInt64

    /// A statement of the given SQL.
    public init(_ sql: String) {
        self.sql = sql
        let identifier = Identifier.derived("statement", sql)
        name = identifier.description
        hash = identifier.high
    }

    /// Two statements are one when their SQL is.
    public static func == (left: Statement, right: Statement) -> Bool {
        left.hash == right.hash && left.sql == right.sql
    }

    /// Feeds the hash that was taken of the SQL when the statement was made.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }
}
