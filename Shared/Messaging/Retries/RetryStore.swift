import Contracts
import Database

/// Messages that the database refused: they wait in a table for their next attempt, while the others go on.
struct RetryStore: Sendable {
    let service: ServiceName
    let database: Database
    let vault: BodyVault
    /// Attempts before a message is parked.
    let attempts: Int
    private let failed: Statement
    private let dropTimer: Statement
    private let due: Statement

    init(service: ServiceName, database: Database, vault: BodyVault, attempts: Int) {
        self.service = service
        self.database = database
        self.vault = vault
        self.attempts = attempts
        let s = service.rawValue
        dropTimer = Statement("DELETE FROM \(s)_timer WHERE key = $1")
        // 2 s, 8 s, 32 s, … between attempts; parked after the last.
        failed = Statement(
            """
            INSERT INTO \(s)_retry
                (id, partition, type, source, message_id, inbound, scope, body, attempts, errors, first_failed_at,
                 next_at, parked_reason)
            SELECT $1::uuid, $2::int4, $3::text, $4::text, $5::text, $6::bool, $7::text, $8::bytea, 1, ARRAY[$9::text],
                guildhall_now(), CASE WHEN $10::int4 > 1 THEN guildhall_now() + interval '2 seconds' END,
                CASE WHEN $10::int4 <= 1 THEN $9::text END
            WHERE NOT ($11::bool AND EXISTS (SELECT FROM \(s)_intake WHERE source = $4::text AND id = $5::text))
            ON CONFLICT (id) DO UPDATE SET
                attempts = \(s)_retry.attempts + 1,
                errors = (\(s)_retry.errors || excluded.errors)[greatest(1, cardinality(\(s)_retry.errors) - 8):],
                next_at = CASE WHEN \(s)_retry.attempts + 1 < $10::int4
                    THEN guildhall_now() + interval '2 seconds' * 4 ^ least(\(s)_retry.attempts, 6) END,
                parked_reason = CASE WHEN \(s)_retry.attempts + 1 >= $10::int4 THEN $9::text END
            RETURNING parked_reason IS NOT NULL
            """)
        due = Statement(
            """
            SELECT id, type, source, message_id, inbound, scope, body FROM \(s)_retry
            WHERE next_at <= guildhall_now() AND partition = ANY ($1::int4[])
            ORDER BY next_at, id LIMIT 50
            """)
    }

    /// Records an attempt of a message that came back again and again; returns whether it is parked for it.
    func noteAttempt(of arrival: Arrival) async throws -> Bool {
        try await keep(arrival, reason: "the process ended while it was in work", attempts: 3)
    }

    /// Keeps a message that failed for its next attempt; returns whether it was the last and the message is parked.
    func setAside(_ arrival: Arrival, because error: any Error, finally: Bool) async throws -> Bool {
        try await keep(arrival, reason: RetryStore.reason(error), attempts: finally ? 1 : attempts)
    }

    /// Why, as a person needs it; names of tables and constraints, never values.
    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(error)" }
        let places = [error.table.map { "table \($0)" }, error.constraint.map { "constraint \($0)" }]
        return ([error.description] + places.compactMap(\.self)).joined(separator: ", ")
    }

    /// What came again and was applied the first time needs no attempt, and would be counted as received a second time.
    private func keep(_ arrival: Arrival, reason: String, attempts: Int) async throws -> Bool {
        let kept: ParkedRow
        switch arrival.content {
        case .item(let item):
            kept = ParkedRow(
                item, body: try await vault.sealed(arrival.body, scope: item.bodyScope), reason: reason)
        case .unreadable(let id, let source, let messageID, let type, let reason):
            kept = ParkedRow(
                id: id, partition: 0, type: type, source: source, messageID: messageID, inbound: false,
                scope: source, body: try await vault.sealed(arrival.body, scope: source), reason: reason)
        case .refused(let message):
            kept = ParkedRow(
                id: .derived("message", message.source, message.messageID), partition: 0, type: message.type,
                source: message.source, messageID: message.messageID, inbound: true,
                scope: message.source, body: try await vault.sealed(arrival.body, scope: message.source), reason: reason
            )
        }
        let rows = try await database.run([
            Call(
                failed,
                [
                    .uuid(kept.id), .int4(kept.partition), .text(kept.type), .text(kept.source),
                    .text(kept.messageID), .bool(kept.inbound), .text(kept.scope), .bytea(kept.body),
                    .text(kept.reason), .int4(Int32(attempts)), .bool(kept.inbound && arrival.mayBeApplied),
                ]),
            // A timer that failed fires from here on, or it would fire every second.
            Call(dropTimer, [.uuid(kept.id)]),
        ])
        return try rows[0].first?.bool(0) ?? false
    }

    /// The messages of some partitions whose next attempt is due, as they arrived.
    func dueMessages(of partitions: Set<Partition>) async throws -> [RetriedMessage] {
        let numbers = partitions.sorted().map { Int32($0.number) }
        var found: [RetriedMessage] = []
        for row in try await database.run([Call(due, [.int4s(numbers)])])[0] {
            found.append(
                RetriedMessage(
                    id: try row.identifier(0), type: try row.text(1), source: try row.text(2),
                    messageID: try row.text(3), inbound: try row.bool(4), scope: try row.text(5),
                    sealedBody: try row.bytes(6)))
        }
        return found
    }
}

/// A message whose next attempt is due.
struct RetriedMessage: Sendable {
    let id: Identifier
    let type: String
    let source: String
    let messageID: String
    let inbound: Bool
    let scope: String
    let sealedBody: [UInt8]
}

extension RetriedMessage {
    /// The message as one that nobody can read.
    var unreadable: Arrival {
        Arrival(
            content: .unreadable(
                id: id, source: scope, messageID: messageID, type: type,
                reason: "it cannot be read any more: its key was destroyed, or it is no message of a known contract"))
    }
}
