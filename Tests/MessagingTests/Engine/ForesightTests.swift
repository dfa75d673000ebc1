import Contracts
import Database
import Synchronization
import TestKit
import Testing

@testable import Messaging

@Suite(
    "What a batch is taken to be", .timeLimit(.minutes(1)),
    .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct ForesightTests {
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

        enum Part { case found }

        func loading(_: [Item], _: Roster, again: Bool) -> Questions<Part> {
            var questions = Questions<Part>()
            questions.ask(.found, Statement("SELECT $1::bool"), .bool(again))
            return questions
        }

        func decide(
            _ items: [Item], _ loading: Questions<Part>, _ rows: [Rows], _: DecisionContext, _ out: inout Decisions
        ) throws {
            let isFound = try loading.answers(rows).certain(.found).only().bool(0)
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

    /// Rules that load how many belong to the groups that they are asked about, and say so.
    private struct Counting: ServiceRules {
        static let service = NoRules.service
        static let intake: [EventType] = []
        static let subscriptions: [EventType] = []
        let asked: Asked

        enum Part { case count }

        func loading(_ items: [Item], _ roster: Roster, again _: Bool) -> Questions<Part> {
            let all = roster.everybody(with: items.contractorKeys)
            asked.note(all.count)
            var questions = Questions<Part>()
            questions.ask(.count, Statement("SELECT cardinality($1::uuid[])::int8"), .uuids(all))
            return questions
        }

        func decide(
            _ items: [Item], _ loading: Questions<Part>, _ rows: [Rows], _ context: DecisionContext,
            _ out: inout Decisions
        ) throws {
            let count = try loading.answers(rows).certain(.count).only().int64(0)
            #expect(count == Int64(context.roster.everybody(with: items.contractorKeys).count))
        }
    }

    private final class Asked: Sendable {
        private let counts = Mutex<[Int]>([])
        func note(_ count: Int) { counts.withLock { $0.append(count) } }
        func take() -> [Int] {
            counts.withLock { counts in
                defer { counts = [] }
                return counts
            }
        }
    }

    @Test("ONB-27: of linked contractors everybody is loaded, at once where the batch before had some, too")
    func linked() async throws {
        let database = MigratedDatabase.pool(of: 2)
        let statements = DoorStatements(NoRules.service)
        let contractors = ids.next(3)
        let (canonical, alias, alone) = (contractors[0], contractors[1], contractors[2])
        _ = try await database.run([
            Call(statements.lockContractors, [.uuids(contractors)]),
            Call(statements.linkContractors, [.uuids([alias]), .uuids([canonical]), .int8s([1])]),
        ])
        let asked = Asked()
        let door = Door(rules: Counting(asked: asked), database, ids)
        let known = Arrival.event(ids.next(1)[0], about: alone)
        var entered: [Identifier] = []
        for (about, repeated, loads) in [
            (alone, false, [1]), (canonical, false, [1, 2]), (alias, false, [2]), (alone, false, [1]),
            (alone, false, [1]), (alone, true, [1, 1]), (alone, true, [1]),
        ] {
            let fresh = Arrival.event(ids.next(1)[0], about: about)
            let counts = try await door.process(repeated ? [known, fresh, fresh] : [fresh]).counts
            #expect(counts.applied > 0)
            #expect(asked.take() == loads)
            entered += [fresh, known].compactMap { $0.item?.id }
        }
        _ = try await database.run([
            Call(statements.forgetInbox, [.uuids(entered.sortedUnique())]),
            Call(Statement("DELETE FROM metrics_contractor WHERE id = ANY ($1::uuid[])"), [.uuids(contractors)]),
        ])
        await database.close()
    }

    @Test("what is expected to be known follows what was, and what the broker says")
    func expected() {
        let foresight = Foresight()
        var again = events(1)
        #expect(!foresight.expectsKnown(in: again))
        again[0].mayBeApplied = true
        #expect(foresight.expectsKnown(in: again))
        foresight.note(duplicates: 1)
        #expect(foresight.expectsKnown(in: events(1)))
        foresight.note(duplicates: 0)
        #expect(!foresight.expectsKnown(in: events(1)))
    }
}
