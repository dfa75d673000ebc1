import Contracts
import Database
import TestKit
import Testing

@testable import Messaging

@Suite("What counts as received", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct ReceivedTests {
    private struct Unlucky: Error {}

    private struct Counted: Equatable {
        let received: Int64
        let isAside: Bool
    }

    private let ids = IdentifierSource()

    private func arrival(from source: String) -> Arrival {
        Arrival(
            content: .item(
                Item(
                    id: .derived("message", source, "m"), origin: .inbound, type: .engagementRecorded, source: source,
                    messageID: "m", contractor: .contractor(source: source, workerId: "w"),
                    time: Timestamp(microseconds: 0), correlation: "", payload: TimerFired())))
    }

    /// Runs a test with a source of its own, of which nothing stays behind.
    private func withSource(
        _ body: (_ arrival: Arrival, _ door: Door<NoRules>, _ retries: RetryStore, _ database: Database) async throws ->
            Void
    ) async throws {
        let database = MigratedDatabase.pool(of: 4)
        let source = "/received/\(ids.next(1)[0])"
        let arrival = arrival(from: source)
        let item = try #require(arrival.item)
        let door = Door(database, ids)
        let retries = RetryStore(service: NoRules.service, database: database, vault: door.vault, attempts: 3)
        try await body(arrival, door, retries, database)
        _ = try await database.run([
            Call(Statement("DELETE FROM metrics_intake WHERE source = $1"), [.text(source)]),
            Call(Statement("DELETE FROM metrics_tally WHERE source = $1"), [.text(source)]),
            Call(Statement("DELETE FROM metrics_retry WHERE id = $1"), [.uuid(item.id)]),
            Call(Statement("DELETE FROM metrics_body_key WHERE scope = $1"), [.text(item.bodyScope)]),
            Call(Statement("DELETE FROM metrics_contractor WHERE id = $1"), [.uuid(item.contractor)]),
        ])
        await database.close()
    }

    /// How often it counts by the tally, and whether it is set aside.
    private func state(_ arrival: Arrival, _ database: Database) async throws -> Counted {
        let item = try #require(arrival.item)
        let rows = try await database.run([
            Call(
                Statement("SELECT coalesce(sum(received), 0)::int8 FROM metrics_tally WHERE source = $1"),
                [.text(item.source)]),
            Call(Statement("SELECT count(*) FROM metrics_retry WHERE id = $1"), [.uuid(item.id)]),
        ])
        return Counted(received: try rows[0][0].int64(0), isAside: try rows[1][0].int64(0) == 1)
    }

    @Test("GOV-26: a message that was applied, comes again and then fails is not set aside to be counted once more")
    func appliedFirst() async throws {
        try await withSource { arrival, door, retries, database in
            #expect(try await door.process([arrival]).counts.applied == 1)
            var again = arrival
            again.mayBeApplied = true
            let isParked = try await retries.setAside(again, because: Unlucky(), finally: true)
            #expect(!isParked)
            #expect(try await state(arrival, database) == Counted(received: 1, isAside: false))
        }
    }

    @Test("GOV-26: a message that was applied, is tried alone since processes ended, and fails, is counted once")
    func appliedBeforeProcessesEnded() async throws {
        try await withSource { arrival, door, retries, database in
            #expect(try await door.process([arrival]).counts.applied == 1)
            var suspect = arrival
            suspect.mayBeApplied = true
            _ = try await retries.noteAttempt(of: suspect)
            suspect.fromRetry = true
            _ = try await retries.setAside(suspect, because: Unlucky(), finally: false)
            #expect(try await state(arrival, database) == Counted(received: 1, isAside: false))
            #expect(try await door.process([suspect]).counts.duplicates == 1)
            #expect(try await state(arrival, database) == Counted(received: 1, isAside: false))
        }
    }

    @Test("GOV-26: a message that is set aside counts once, though the broker hands it out again meanwhile")
    func setAsideFirst() async throws {
        try await withSource { arrival, door, retries, database in
            let isParked = try await retries.setAside(arrival, because: Unlucky(), finally: false)
            #expect(!isParked)
            #expect(try await state(arrival, database) == Counted(received: 0, isAside: true))
            var again = arrival
            again.mayBeApplied = true
            #expect(try await door.process([again]).counts.applied == 1)
            #expect(try await state(arrival, database) == Counted(received: 0, isAside: true))
            var retried = arrival
            retried.fromRetry = true
            #expect(try await door.process([retried]).counts.duplicates == 1)
            #expect(try await state(arrival, database) == Counted(received: 1, isAside: false))
        }
    }
}
