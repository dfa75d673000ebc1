/// What it cost to remove the oldest rows of an inbox.
struct GrowthRemoval: Codable, Sendable {
    var service: String
    /// Rows a table that were filled in.
    var rows: Int
    var removed: Int
    /// Of all statements, their commits included.
    var seconds: Double
    /// Of the statement that took longest.
    var slowest: Double
    /// Of the VACUUM that gives the room back.
    var vacuumSeconds: Double
    /// Bytes of the database's log, of both.
    var walBytes: Int64
    /// The index by which the rows were found.
    var index: String

    var microsecondsARow: Double { seconds / Double(removed) * 1e6 }
}
