import Contracts
import Database
import Testing

@Suite("Connections that break", .enabled(if: TestServer.isPresent, TestServer.needed))
struct ChaosTests {
    private enum Outcome {
        case committed, failed, unknown
    }

    @Test("of many commits while backends are killed, each is what its caller was told")
    func commitsWhileKilled() async throws {
        try await TestServer.withSchema(poolSize: 4) { database in
            try await database.query("CREATE TABLE thing (id int4 PRIMARY KEY)")
            let killer = try await database.dedicated()
            let finished = Shared(false)
            let name = database.configuration.searchPath
            async let killing = kill(name, over: killer, until: finished)
            let outcomes = try await withThrowingTaskGroup(of: (Int32, Outcome).self) { group in
                for number in Int32(0)..<400 {
                    group.addTask { (number, try await insert(number, database)) }
                }
                return try await group.reduce(into: [Int32: Outcome]()) { $0[$1.0] = $1.1 }
            }
            finished.change { $0 = true }
            let killed = try await killing
            let rows = try await killer.run([Call(Statement("SELECT id FROM thing"))])[0]
            await killer.close()

            let present = Set(try rows.map { try $0.int32(0) })
            #expect(killed > 0)
            for (number, outcome) in outcomes {
                switch outcome {
                case .committed: #expect(present.contains(number), "\(number) was committed")
                case .failed: #expect(!present.contains(number), "\(number) had failed")
                case .unknown: break
                }
            }
        }
    }

    private func insert(_ number: Int32, _ database: Database) async throws -> Outcome {
        do {
            try await database.transaction { transaction in
                try await transaction.run([Call(Statement("SELECT 1"))])
                try await transaction.finish([Call(Statement("INSERT INTO thing VALUES ($1)"), [.int4(number)])])
            }
            return .committed
        } catch let error as DatabaseError where error.code == .commitOutcomeUnknown {
            return .unknown
        } catch let error as DatabaseError where error.isTransient {
            return .failed
        }
    }

    /// Ends one backend of this test's pool after the other; returns how many.
    private func kill(
        _ schema: String?, over connection: DatabaseConnection, until finished: Shared<Bool>
    ) async throws -> Int {
        let victim = Call(
            Statement(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity, pg_sleep(0.005)
                WHERE pid <> pg_backend_pid() AND application_name = $1 ORDER BY random() LIMIT 1
                """), [.text(schema)])
        var count = 0
        while !finished.value { count += try await connection.run([victim])[0].count }
        return count
    }
}
