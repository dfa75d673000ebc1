/// Why the database did not do what it was asked to.
///
/// `description` names the kind only, because the server's message may quote a person's data; logs that may hold such
/// data use `debugDescription`.
public struct DatabaseError: Error, Sendable {
    /// The kind of failure.
    public let code: Code
    /// The five characters of SQLSTATE, when the server said so.
    public internal(set) var sqlState: String?
    /// What the server, libpq or this module said.
    public internal(set) var message: String
    /// The server's further detail.
    public internal(set) var detail: String?
    /// The constraint that was violated.
    public internal(set) var constraint: String?
    /// The table concerned.
    public internal(set) var table: String?
    /// The SQL of the statement that failed.
    public internal(set) var statement: String?
    /// Which of the round trip's calls failed, counted from 0.
    public internal(set) var callIndex: Int?
    /// The connection's session is out of date, so that it must not be used again.
    var retiresConnection = false

    /// A failure of a kind, with a message and, where the server gave one, its SQLSTATE.
    public init(
        _ code: Code, _ message: String, sqlState: String? = nil, constraint: String? = nil, table: String? = nil
    ) {
        self.code = code
        self.message = message
        self.sqlState = sqlState
        self.constraint = constraint
        self.table = table
    }
}

extension DatabaseError: CustomStringConvertible, CustomDebugStringConvertible {
    /// The kind of failure and the SQLSTATE, without anything that a row contained.
    public var description: String {
        sqlState.map { "database: \(code) (\($0))" } ?? "database: \(code)"
    }

    /// Everything known, the server's message and the SQL included; it may quote values of rows.
    public var debugDescription: String {
        var parts = ["\(self): \(message)"]
        for (name, value) in [
            ("detail", detail), ("constraint", constraint), ("table", table), ("call", callIndex.map(String.init)),
            ("statement", statement),
        ] {
            if let value { parts.append("\(name): \(value)") }
        }
        return parts.joined(separator: "; ")
    }
}
