import Contracts
import Database

/// A system that a worker lets read their credentials.
struct SystemLeave: Hashable, Sendable {
    /// All that the worker's one yes led to.
    let family: Identifier
    /// The system's id.
    let client: String
    /// What people call it.
    let name: String

    /// A row of ``AccessStatements/leaves``.
    init(row: Row) throws {
        family = try row.identifier(0)
        client = try row.text(1)
        name = try row.text(2)
    }
}
