import Contracts
import Database
import TestKit
import Testing

@testable import Messaging

@Suite(
    "A batch that waits for a link", .timeLimit(.minutes(1)),
    .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct RosterMovedTests {
    private let ids = IdentifierSource()
    private let statements = DoorStatements(NoRules.service)

    private func event(about contractor: Identifier) -> Arrival {
        let id = ids.next(1)[0]
        return Arrival(
            content: .item(
                Item(
                    id: id, origin: .event, type: .engagementStarted, source: "/t", messageID: id.description,
                    contractor: contractor, time: Timestamp(microseconds: 0), correlation: "", payload: TimerFired())))
    }

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

    @Test("ONB-27: nothing is decided on half a group when a link is committed while a batch waits for its lock")
    func moved() async throws {
        let database = MigratedDatabase.pool(of: 4)
        let pair = ids.next(2)
        let (canonical, alias) = (pair[0], pair[1])
        let both = Parameter.uuids(pair)
        let arrival = event(about: canonical)
        let door = Door(database, ids)
        _ = try await database.run([Call(statements.meetContractors, [both])])
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
        _ = try await database.run([
            Call(Statement("DELETE FROM metrics_contractor WHERE id = ANY ($1::uuid[])"), [both]),
            Call(statements.forgetInbox, [.uuids([try #require(arrival.item).id])]),
        ])
        await database.close()
    }
}
