import Contracts
import Database
import Foundation
import LinkedData
import Logging
import Messaging
import OpenBadges
import Programmes
import TestKit
import Testing

@testable import CredentialingService

@Suite("Status lists", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct StatusListTests {
    private static let rules = CredentialingRules(
        issuer: CredentialingWorld.issuer, vault: CredentialingWorld.vault, salt: { [1, 2, 3] })

    /// Decides items as the door would: load, decide and write in one transaction.
    private static func decide(_ items: [Item], _ database: Database) async throws {
        try await database.transaction { transaction in
            let loading = rules.loading(items, Roster(), again: false)
            let loaded = try await transaction.run(loading.calls)
            var out = Decisions()
            let context = DecisionContext(
                now: try #require(UTCMoment.parse("2014-04-01")), roster: Roster(),
                programmes: ProgrammeCatalogue([CredentialingWorld.programme]))
            try rules.decide(items, loading, loaded, context, &out)
            _ = try await transaction.finish(out.writes)
        }
    }

    private static func item(_ type: EventType, _ payload: any Payload) -> Item {
        Item(
            id: Identifier(high: 0, low: UInt64.random(in: 1...UInt64.max)), origin: .event, type: type,
            source: "guildhall", messageID: "1", contractor: CredentialingWorld.contractor, related: [],
            time: Timestamp(microseconds: 0), correlation: "", payload: payload)
    }

    private static let ask = Statement(
        """
        INSERT INTO credentialing_request
            (id, credential, kind, condition, reason, requested_by, requested_at)
        SELECT v.id, v.credential, 'revoke', 'fraud', 'Case.', 'R. Eviewer', now()
        FROM unnest($1::uuid[], $2::uuid[]) v (id, credential)
        """)

    @Test("a thousand concurrent issues and revocations over two instances lose and double nothing")
    func concurrent() async throws {
        try await MigratedDatabase.withDatabase { one in
            try await MigratedDatabase.withDatabase { other in
                let base = Int.random(in: 1_000_000_000...Int.max / 2)
                let numbers = Array(base..<base + 1000)
                let ids = numbers.map { Credential.id(of: OutcomeState.made($0).outcome) }
                let result: Result<Void, any Error>
                do {
                    result = .success(try await work(numbers, ids, one, other))
                } catch {
                    result = .failure(error)
                }
                for table in [
                    "credentialing_credential WHERE id", "credentialing_status_entry WHERE credential",
                    "credentialing_request WHERE credential",
                ] {
                    _ = try await one.run([Call(Statement("DELETE FROM \(table) = ANY ($1::uuid[])"), [.uuids(ids)])])
                }
                try result.get()
            }
        }
    }

    private func work(_ numbers: [Int], _ ids: [Identifier], _ one: Database, _ other: Database) async throws {
        let publishers = [one, other].map {
            StatusPublisher(
                database: $0, issuer: CredentialingWorld.issuer, vault: CredentialingWorld.vault,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        }
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for (index, database) in [one, other].enumerated() {
                tasks.addTask {
                    for start in stride(from: index * 10, to: numbers.count, by: 20) {
                        let batch = numbers[start..<start + 10]
                        try await Self.decide(batch.map { Self.item(.outcomeDecided, OutcomeState.made($0)) }, database)
                        // Half of each batch is revoked as soon as it is issued.
                        let revoked = batch.filter { $0 % 2 == 0 }.map {
                            Credential.id(of: OutcomeState.made($0).outcome)
                        }
                        let requests = revoked.map { Identifier.derived("test-request", $0.description) }
                        _ = try await database.run([Call(Self.ask, [.uuids(requests), .uuids(revoked)])])
                        try await Self.decide(
                            requests.map {
                                Self.item(
                                    EventType("timer"),
                                    TimerFired(
                                        key: $0, kind: CredentialRequest.timer, due: Timestamp(microseconds: 0)))
                            }, database)
                    }
                }
            }
            for publisher in publishers {
                tasks.addTask { for _ in 0..<5 { try await publisher.publish() } }
            }
            try await tasks.waitForAll()
        }
        try await publishers[0].publish()
        #expect(try await publishers[1].publish().isEmpty)
        try await count(numbers, ids, one)
    }

    /// Every credential has one bit of its own, and the published lists say of each what its row says.
    private func count(_ numbers: [Int], _ ids: [Identifier], _ database: Database) async throws {
        let rows = try await database.run([
            Call(
                Statement(
                    """
                    SELECT c.status_list, c.status_index, c.status, e.set_at IS NOT NULL, l.document
                    FROM credentialing_credential c
                    JOIN credentialing_status_entry e ON e.list = c.status_list AND e.index = c.status_index
                        AND e.credential = c.id
                    JOIN credentialing_status_list l ON l.number = c.status_list
                    WHERE c.id = ANY ($1::uuid[])
                    """), [.uuids(ids)]),
            Call(
                Statement("SELECT count(*) FROM credentialing_status_entry WHERE credential = ANY ($1::uuid[])"),
                [.uuids(ids)]),
        ])
        #expect(rows[0].count == numbers.count)
        #expect(try rows[1][0].int64(0) == Int64(numbers.count))
        var lists: [Int64: Bitstring] = [:]
        var places: Set<StatusPlace> = []
        var revoked = 0
        for row in rows[0] {
            let place = StatusPlace(list: try row.int64(0), index: try row.int32(1))
            places.insert(place)
            if lists[place.list] == nil {
                let document = try JSON.parse(try row.bytes(4))
                lists[place.list] = try Bitstring(encoded: document["credentialSubject"]?["encodedList"]?.text ?? "")
            }
            let isRevoked = try row.text(2) == "revoked"
            revoked += isRevoked ? 1 : 0
            #expect(try row.bool(3) == isRevoked)
            #expect(lists[place.list]?[Int(place.index)] == isRevoked)
        }
        #expect(places.count == numbers.count)
        #expect(revoked == numbers.count / 2)
    }
}
