import Contracts
import Database
import TestKit
import Testing

@testable import Messaging

@Suite(
    "Messages that came before", .timeLimit(.minutes(1)),
    .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct RepetitionsTests {
    private let ids = IdentifierSource()

    private func events(_ count: Int) -> [Arrival] {
        ids.next(count).map { .event($0, about: nil) }
    }

    @Test("of a batch that holds what came before only the rest is applied, whichever batch it is that holds it")
    func mixed() async throws {
        let database = MigratedDatabase.pool(of: 2)
        let door = Door(database, ids)
        let all = events(12)
        // Entered without a question; asked after a violation; asked since the batch before held some; and so once more
        // from the beginning, after a batch of new ones only.
        for (batch, known) in [
            (all[..<4], 0), (all[2..<6], 2), (all[5..<8], 1), (all[8..<10], 0), (all[10...], 0), (all[...], 12),
        ] {
            let counts = try await door.process(Array(batch)).counts
            #expect(counts.duplicates == known)
            #expect(counts.applied == batch.count - known)
        }
        let statements = DoorStatements(NoRules.service)
        let entered = all.compactMap(\.item).map(\.id)
        _ = try await database.run([Call(statements.forgetInbox, [.uuids(entered.sorted())])])
        await database.close()
    }

    /// Rules that take what belongs to somebody else for new, until they are asked to look again.
    private struct Hasty: ServiceRules {
        static let service = NoRules.service
        static let intake: [EventType] = []
        static let subscriptions: [EventType] = []
        let taken: Identifier

        func queries(for items: [Item], _: Roster) -> [Call] { [Call(Statement("SELECT false"))] }
        func queriesAgain(for items: [Item], _: Roster) -> [Call] { [Call(Statement("SELECT true"))] }

        func decide(_ items: [Item], _ loaded: [Rows], _: DecisionContext, _ out: inout Decisions) throws {
            let isFound = try loaded[0].only().bool(0)
            if isFound { return items.forEach { out.park($0, reason: "found") } }
            out.write(Call(Statement("INSERT INTO metrics_inbox (id) VALUES ($1)"), [.uuid(taken)]))
        }
    }

    @Test("a batch that writes as new what is there begins again, and then looks further")
    func again() async throws {
        let database = MigratedDatabase.pool(of: 2)
        let known = events(1)
        _ = try await Door(database, ids).process(known)
        let taken = try #require(known[0].item).id
        let batch = [Arrival.event(ids.next(1)[0], about: nil)]
        let counts = try await Door(rules: Hasty(taken: taken), database, ids).process(batch).counts
        #expect(counts.parked == ["found": 1])
        let statements = DoorStatements(NoRules.service)
        _ = try await database.run([
            Call(statements.forgetInbox, [.uuids([taken])]),
            Call(statements.dropRetries, [.uuids([try #require(batch[0].item).id])]),
        ])
        await database.close()
    }

    @Test("what is expected to be known follows what was, and what the broker says")
    func expected() {
        let repetitions = Repetitions()
        var again = events(1)
        #expect(!repetitions.areExpected(in: again))
        again[0].mayBeApplied = true
        #expect(repetitions.areExpected(in: again))
        repetitions.note(1)
        #expect(repetitions.areExpected(in: events(1)))
        repetitions.note(0)
        #expect(!repetitions.areExpected(in: events(1)))
    }
}
