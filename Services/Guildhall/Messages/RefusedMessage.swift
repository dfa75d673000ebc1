import Contracts
import Database

/// A refused message as the operator sees it.
struct RefusedMessage: Codable, Sendable {
    var service: String
    var source: String
    var id: String
    var type: String?
    var brokerUser: String?
    var code: String
    var path: String
    var message: String
    var size: Int64
    var sha256: String
    var at: String

    private static func columns(_ service: ServiceName) -> String {
        """
        SELECT '\(service.rawValue)', source, id, type, broker_user, code, path, message, size,
            encode(sha256, 'hex'), to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), body
        FROM \(service.rawValue)_refused
        """
    }

    private init(_ row: Row) throws {
        service = try row.text(0)
        source = try row.text(1)
        id = try row.text(2)
        type = try row.optionalText(3)
        brokerUser = try row.optionalText(4)
        code = try row.text(5)
        path = try row.text(6)
        message = try row.text(7)
        size = try row.int64(8)
        sha256 = try row.text(9)
        at = try row.text(10)
    }

    /// The newest refused messages of all services.
    static func list(code: String?, limit: Int, in database: Database) async throws -> [RefusedMessage] {
        let calls = ServiceName.allCases.map { service in
            Call(
                Statement(columns(service) + " WHERE $1::text IS NULL OR code = $1 ORDER BY at DESC LIMIT $2"),
                [.text(code), .int8(Int64(limit))])
        }
        let found = try await database.run(calls).flatMap { try $0.map { try RefusedMessage($0) } }
        return Array(found.sorted { $0.at > $1.at }.prefix(limit))
    }

    /// The refused messages of an id, with their sealed bodies.
    static func find(id: String, source: String?, in database: Database) async throws -> [(RefusedMessage, [UInt8]?)] {
        let calls = ServiceName.allCases.map { service in
            Call(
                Statement(columns(service) + " WHERE id = $1 AND ($2::text IS NULL OR source = $2)"),
                [.text(id), .text(source)])
        }
        return try await database.run(calls).flatMap { rows in
            try rows.map { (try RefusedMessage($0), try $0.optionalBytes(11)) }
        }
    }
}
