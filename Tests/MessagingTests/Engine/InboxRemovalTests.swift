import Contracts
import Database
import TestKit
import Testing

@testable import Messaging

// Not of metrics, whose door other tests open meanwhile.
@Suite("Expired ids of the inbox", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct InboxRemovalTests {
    @Test("ids go thirty days after they were made, oldest first, and younger ones stay")
    func expired() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            let now = try await transaction.run([Call(Statement("SELECT guildhall_wall_clock()"))])[0][0].timestamp(0)
            var chance = SeededGenerator(seed: 1)
            let ids = [-40, -31, -29, -1].map { (days: Int64) in
                Identifier.v7(at: now.adding(seconds: days * 86_400), random: &chance)
            }
            let removal = InboxRemoval(.credentialing)
            _ = try await transaction.run([
                Call(Statement("DELETE FROM credentialing_inbox")),
                Call(Statement("INSERT INTO credentialing_inbox SELECT unnest($1::uuid[])"), [.uuids(ids)]),
            ])
            let isMore = try await removal.run { try await transaction.run($0) }
            let left = try await transaction.run([Call(Statement("SELECT id FROM credentialing_inbox ORDER BY id"))])[0]
            #expect(!isMore)
            #expect(try left.map { try $0.identifier(0) } == ids.suffix(2).sorted())
        }
    }

    @Test("what one look leaves behind, it says so")
    func many() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            _ = try await transaction.run([
                Call(Statement("DELETE FROM credentialing_inbox")),
                Call(
                    Statement(
                        """
                        INSERT INTO credentialing_inbox
                        SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
                        FROM generate_series(1, 10001) n
                        """)),
            ])
            let removal = InboxRemoval(.credentialing)
            var looks: [Bool] = []
            for _ in 0..<2 { looks.append(try await removal.run { try await transaction.run($0) }) }
            let left = try await transaction.run([Call(Statement("SELECT count(*) FROM credentialing_inbox"))])[0]
            #expect(looks == [true, false])
            #expect(try left.only().int64(0) == 0)
        }
    }
}
