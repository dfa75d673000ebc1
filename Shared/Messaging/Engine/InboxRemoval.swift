import Contracts
import Database

/// Removes ids from the inbox once redelivery is no longer possible, oldest first, by the primary key.
///
/// Ids begin with their time (UUIDv7), so what goes lies together. Should a message come again later still, its effect is
/// keyed by its cause and stays one.
public struct InboxRemoval: Sendable {
    /// How long ids are kept.
    static let retentionDays: Int64 = 30
    /// Ids removed in one statement at most.
    public static let most: Int64 = 10_000

    private let clock = Statement("SELECT guildhall_wall_clock()")
    private let remove: Statement

    init(_ service: ServiceName) {
        remove = InboxRemoval.statement(of: service)
    }

    /// The statement for a service: removes ids before one ($1), at most so many ($2).
    public static func statement(of service: ServiceName) -> Statement {
        let inbox = "\(service.rawValue)_inbox"
        return Statement(
            """
            DELETE FROM \(inbox)
            WHERE id = ANY (ARRAY(SELECT id FROM \(inbox) WHERE id < $1 ORDER BY id LIMIT $2::int8))
            """)
    }

    /// Removes what has expired; whether more may be left.
    func run(_ perform: ([Call]) async throws -> [Rows]) async throws -> Bool {
        let now = try await perform([Call(clock)])[0][0].timestamp(0)
        let expiry = Identifier(
            high: UInt64(now.adding(seconds: -Self.retentionDays * 86_400).microseconds / 1000) << 16, low: 0)
        let removed = try await perform([Call(remove, [.uuid(expiry), .int8(Self.most)])])[0]
        return removed.affected == Self.most
    }
}
