import Contracts
import Database

/// A message that waits for a person, or for its next attempt.
struct DeadLetter: Codable, Sendable {
    var service: String
    var id: String
    var type: String
    var source: String
    var messageID: String
    var attempts: Int64
    var errors: [String]
    var firstFailedAt: String
    var nextAt: String?
    var reason: String?

    /// The sealed body and whose key seals it.
    struct Body: Sendable {
        var sealed: [UInt8]
        var scope: String
    }

    private static func query(_ service: ServiceName, _ condition: String) -> Statement {
        Statement(
            """
            SELECT id, type, source, message_id, attempts::int8, errors,
                to_char(first_failed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                to_char(next_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), parked_reason, body, scope
            FROM \(service.rawValue)_retry WHERE \(condition)
            """)
    }

    private init(_ row: Row, service: ServiceName) throws {
        self.service = service.rawValue
        id = try row.identifier(0).description
        type = try row.text(1)
        source = try row.text(2)
        messageID = try row.text(3)
        attempts = try row.int64(4)
        errors = try row.texts(5)
        firstFailedAt = try row.text(6)
        nextAt = try row.optionalText(7)
        reason = try row.optionalText(8)
    }

    /// Parked messages of all services, the oldest first; with waiting ones when asked for.
    static func list(waitingToo: Bool, limit: Int, in database: Database) async throws -> [DeadLetter] {
        let condition = (waitingToo ? "true" : "next_at IS NULL") + " ORDER BY first_failed_at LIMIT $1"
        let rows = try await database.run(
            ServiceName.allCases.map { Call(query($0, condition), [.int8(Int64(limit))]) })
        return try zip(ServiceName.allCases, rows).flatMap { service, rows in
            try rows.map { try DeadLetter($0, service: service) }
        }
    }

    /// The message of an id, with its body.
    static func find(_ id: Identifier, in database: Database) async throws -> (DeadLetter, Body)? {
        let rows = try await database.run(ServiceName.allCases.map { Call(query($0, "id = $1"), [.uuid(id)]) })
        for (service, rows) in zip(ServiceName.allCases, rows) {
            guard let row = rows.first else { continue }
            return (
                try DeadLetter(row, service: service), Body(sealed: try row.bytes(9), scope: try row.text(10))
            )
        }
        return nil
    }

    /// Lets a parked message in again, its next attempt due at once, and returns how many were found.
    static func replay(_ id: Identifier, in database: Database) async throws -> Int {
        try await change(id, in: database) { service in
            """
            UPDATE \(service)_retry SET next_at = guildhall_now(), parked_reason = NULL, attempts = 0
            WHERE id = $1 AND next_at IS NULL
            """
        }
    }

    /// Removes a parked message for good, and returns how many were found.
    static func discard(_ id: Identifier, in database: Database) async throws -> Int {
        try await change(id, in: database) { "DELETE FROM \($0)_retry WHERE id = $1 AND next_at IS NULL" }
    }

    private static func change(
        _ id: Identifier, in database: Database, _ sql: (String) -> String
    ) async throws -> Int {
        let calls = ServiceName.allCases.map { Call(Statement(sql($0.rawValue)), [.uuid(id)]) }
        return try await database.run(calls).reduce(0) { $0 + $1.affected }
    }
}
