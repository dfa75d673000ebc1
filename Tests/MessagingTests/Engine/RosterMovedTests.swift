import Contracts
import Database
import TestKit
import Testing

@testable import Messaging

@Suite(
    "A batch that waits for another", .timeLimit(.minutes(1)),
    .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct RosterMovedTests {
    private let ids = IdentifierSource()
    private let statements = DoorStatements(NoRules.service)

    /// Returns when a session waits for a lock that this transaction holds.
    private func untilSomebodyWaits(for transaction: Transaction) async throws {
        let waiting = Call(
            Statement(
                """
                SELECT count(*) FROM pg_locks
                WHERE locktype = 'transactionid' AND transactionid = pg_current_xact_id()::xid AND NOT granted
                """))
        while try await transaction.run([waiting])[0][0].int64(0) == 0 {}
    }

    private func forget(_ arrival: Arrival, _ contractors: [Identifier], _ database: Database) async throws {
        _ = try await database.run([
            Call(Statement("DELETE FROM metrics_contractor WHERE id = ANY ($1::uuid[])"), [.uuids(contractors)]),
            Call(statements.forgetInbox, [.uuids([try #require(arrival.item).id])]),
        ])
    }

    @Test("a batch goes on when another meets the same contractor while it waits, and takes a message in once")
    func met() async throws {
        let database = MigratedDatabase.pool(of: 4)
        let contractor = ids.next(1)[0]
        let arrival = Arrival.event(ids.next(1)[0], about: contractor)
        let door = Door(database, ids)
        let batch = try await database.transaction { other in
            _ = try await other.run([Call(statements.lockContractors, [.uuids([contractor])])])
            let batch = Task { try await door.process([arrival, arrival]) }
            try await untilSomebodyWaits(for: other)
            return batch
        }
        let counts = try await batch.value.counts
        #expect(counts.applied == 1)
        #expect(counts.duplicates == 1)
        try await forget(arrival, [contractor], database)
        await database.close()
    }

    @Test("a message about nobody that two batches take in at once violates its key, and then is found")
    func collided() async throws {
        let database = MigratedDatabase.pool(of: 4)
        let arrival = Arrival.event(ids.next(1)[0], about: nil)
        let id = try #require(arrival.item).id
        let door = Door(database, ids)
        let batch = try await database.transaction { other in
            _ = try await other.run([Call(statements.inbox, [.uuids([id])])])
            let batch = Task { try await door.process([arrival]) }
            try await untilSomebodyWaits(for: other)
            return batch
        }
        let counts = try await batch.value.counts
        #expect(counts.applied == 0)
        #expect(counts.duplicates == 1)
        try await forget(arrival, [], database)
        await database.close()
    }

    @Test("ONB-27: nothing is decided on half a group when a link is committed while a batch waits for its lock")
    func moved() async throws {
        let database = MigratedDatabase.pool(of: 4)
        let pair = ids.next(2)
        let (canonical, alias) = (pair[0], pair[1])
        let both = Parameter.uuids(pair)
        let arrival = Arrival.event(ids.next(1)[0], about: canonical)
        let door = Door(database, ids)
        _ = try await database.run([Call(statements.lockContractors, [both])])
        let batch = try await database.transaction { link in
            _ = try await link.run([
                Call(statements.lockContractors, [both]),
                Call(statements.linkContractors, [.uuids([alias]), .uuids([canonical]), .int8s([1])]),
            ])
            let batch = Task { try await door.process([arrival]) }
            try await untilSomebodyWaits(for: link)
            return batch
        }
        await #expect(throws: RosterMoved.self) { try await batch.value }
        #expect(try await door.process([arrival]).counts.applied == 1)
        #expect(try await door.process([arrival]).counts.duplicates == 1)
        try await forget(arrival, pair, database)
        await database.close()
    }

    @Test("a lock on one contractor is a lock on everybody who is linked with them, whoever is asked for")
    func groups() async throws {
        let database = MigratedDatabase.pool(of: 2)
        let four = ids.next(4)
        let lock = { (asked: [Identifier]) in Call(statements.lockContractors, [.uuids(asked)]) }
        _ = try await database.run([lock(four)])
        _ = try await database.run([
            Call(
                statements.linkContractors,
                [.uuids([four[1], four[2]]), .uuids([four[0], four[0]]), .int8s([1, 1])])
        ])
        for (asked, group) in [
            ([four[0]], Array(four[..<3])), ([four[1]], Array(four[..<3])), ([four[1], four[3]], four),
            ([four[3]], [four[3]]),
        ] {
            let rows = try await database.run([lock(asked)])[0]
            #expect(try rows.map { try $0.identifier(0) } == group)
            #expect(try rows.map { try $0.identifier(1) } == group.map { $0 == four[3] ? $0 : four[0] })
            #expect(try rows.map { try $0.int64(2) } == group.map { $0 == four[1] || $0 == four[2] ? 1 : 0 })
        }
        _ = try await database.run([
            Call(Statement("DELETE FROM metrics_contractor WHERE id = ANY ($1::uuid[])"), [.uuids(four)])
        ])
        await database.close()
    }
}
