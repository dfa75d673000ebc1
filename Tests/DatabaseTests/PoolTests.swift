import Contracts
import Database
import Logging
import Testing

@Suite("The pool", .enabled(if: TestServer.isPresent, TestServer.needed))
struct PoolTests {
    private func backend(_ database: Database) async throws -> Int32 {
        try await database.query("SELECT pg_backend_pid()").only().int32(0)
    }

    @Test("never uses more connections than its limit, and serves everybody")
    func limit() async throws {
        try await TestServer.withDatabase(poolSize: 3) { database in
            let running = Shared((now: 0, most: 0))
            let backends = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 0..<60 {
                    group.addTask {
                        try await database.transaction { transaction in
                            running.change { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                            defer { running.change { $0.now -= 1 } }
                            let calls = [Call(Statement("SELECT pg_backend_pid() FROM pg_sleep(0.005)"))]
                            return try await transaction.finish(calls)[0].only().int32(0)
                        }
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(running.value.most == 3)
            #expect(backends.count == 3)
        }
    }

    @Test("who waits too long for a connection gets a transient timeout, and the pool goes on")
    func acquireTimeout() async throws {
        try await TestServer.withDatabase(poolSize: 1, acquireTimeout: .milliseconds(200)) { database in
            // On a busy machine opening the connection may take longer than that; it is kept all the same.
            try await database.transactionRepeating(attempts: 50) {
                _ = try await $0.run([Call(Statement("SELECT 0"))])
            }
            let error = try await database.transaction { transaction in
                try await transaction.run([Call(Statement("SELECT 1"))])
                return try await databaseError { try await database.query("SELECT 2") }
            }
            #expect(error.code == .timeout)
            #expect(error.isTransient)
            #expect(try await database.query("SELECT 3").only().int32(0) == 3)
        }
    }

    @Test("a cancelled caller stops waiting for a connection")
    func cancelledWait() async throws {
        try await TestServer.withDatabase(poolSize: 1) { database in
            try await database.transaction { transaction in
                try await transaction.run([Call(Statement("SELECT 1"))])
                let waiting = Task { try await database.query("SELECT 2") }
                waiting.cancel()
                await #expect(throws: CancellationError.self) { try await waiting.value }
            }
            #expect(try await database.query("SELECT 3").only().int32(0) == 3)
        }
    }

    @Test("a backend that an administrator ends fails its caller, and the pool heals")
    func terminated() async throws {
        try await TestServer.withDatabase(poolSize: 2) { database in
            let begun = Meeting(of: 2)
            let victim = Shared<Int32>(0)
            let task = Task {
                try await databaseError {
                    try await database.transaction { transaction in
                        let pid = try await transaction.run([Call(Statement("SELECT pg_backend_pid()"))])[0]
                            .only().int32(0)
                        victim.change { $0 = pid }
                        await begun.arrive()
                        try await transaction.run([Call(Statement("SELECT pg_sleep(60)::text"))])
                    }
                }
            }
            await begun.arrive()
            let pid = victim.value
            try await database.query("SELECT pg_terminate_backend($1)", [.int4(pid)])
            let error = try await task.value
            #expect(error.code == .connectionLost)
            #expect(error.isTransient)
            for _ in 0..<5 { #expect(try await backend(database) != pid) }
        }
    }

    @Test("an idle connection that is ended is replaced without anybody noticing")
    func terminatedIdle() async throws {
        try await TestServer.withDatabase(poolSize: 1) { database in
            let first = try await backend(database)
            let other = try await database.dedicated()
            try await other.run([Call(Statement("SELECT pg_terminate_backend($1, 5000)"), [.int4(first)])])
            #expect(try await backend(database) != first)
            await other.close()
        }
    }

    @Test("a backend that dies before it answers a commit leaves the outcome unknown")
    func unknownOutcome() async throws {
        try await TestServer.withSchema(poolSize: 2) { database in
            // A deferred trigger runs inside COMMIT: the session is ended there, in the middle of it.
            let connection = try await database.dedicated()
            try await connection.script(
                """
                CREATE TABLE thing (id int4);
                CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(60); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER fall AFTER INSERT ON thing DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION fall();
                """)
            let insert = Call(Statement("INSERT INTO thing VALUES (1)"))
            let error = try await databaseError { try await database.transaction { try await $0.finish([insert]) } }
            #expect(error.code == .commitOutcomeUnknown)
            #expect(!error.isTransient)
            let implicit = try await databaseError { try await database.run([insert]) }
            #expect(implicit.code == .commitOutcomeUnknown)
            let open = try await databaseError {
                try await database.transaction { transaction in
                    try await transaction.run([insert, Call(Statement("SET CONSTRAINTS ALL IMMEDIATE"))])
                }
            }
            #expect(open.code == .connectionLost)
            #expect(try await database.query("SELECT count(*) FROM thing").only().int64(0) == 0)
            await connection.close()
        }
    }

    @Test("a wrong password is told at once, a server that is away when patience ends")
    func cannotConnect() async throws {
        var wrong = TestServer.configuration(acquireTimeout: .seconds(30))
        wrong.user = "nobody_of_this_name"
        wrong.password = "wrong"
        let refused = try await TestServer.withDatabase(wrong) { database in
            try await databaseError { try await database.query("SELECT 1") }
        }
        #expect(refused.code == .unavailable)
        #expect(refused.sqlState?.hasPrefix("28") == true)

        var away = TestServer.configuration(acquireTimeout: .milliseconds(300))
        away.port = 1
        try await TestServer.withDatabase(away) { database in
            let error = try await databaseError { try await database.query("SELECT 1") }
            #expect(error.code == .unavailable)
            #expect(error.isTransient)
            let dedicated = try await databaseError { try await database.dedicated() }
            #expect(dedicated.code == .unavailable)
        }
    }

    @Test("a reader is not told that a connection was lost, and cannot write")
    func reading() async throws {
        try await TestServer.withSchema(poolSize: 1) { database in
            try await database.query("CREATE TABLE thing (id int4)")
            let end = Call(
                Statement("SELECT pg_terminate_backend(pg_backend_pid()) WHERE $1 = pg_backend_pid()"),
                [.int4(try await backend(database))])
            let rows = try await database.read([end, Call(Statement("SELECT 5"))])
            #expect(rows.count == 2)
            #expect(try rows[1].only().int32(0) == 5)
            let error = try await databaseError {
                try await database.read([Call(Statement("INSERT INTO thing VALUES (1)"))])
            }
            #expect(error.sqlState == "25006")
            #expect(!error.isTransient)
        }
    }

    @Test("closing waits for what is lent, and turns newcomers away")
    func closing() async throws {
        let database = Database(
            TestServer.configuration(poolSize: 2), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let inside = Meeting(of: 2)
        let task = Task {
            try await database.transaction { transaction in
                await inside.arrive()
                return try await transaction.finish([Call(Statement("SELECT 1 FROM pg_sleep(0.05)"))])[0].count
            }
        }
        await inside.arrive()
        await database.close()
        #expect(try await task.value == 1)
        #expect(try await databaseError { try await database.query("SELECT 1") }.code == .closed)
    }

    @Test("sessions are set up as configured")
    func settings() async throws {
        try await TestServer.withDatabase(poolSize: 1) { database in
            let row = try await database.query(
                """
                SELECT current_setting('statement_timeout'), current_setting('timezone'),
                    current_setting('application_name'), current_setting('transaction_isolation')
                """
            ).only()
            #expect(try (0..<4).map { try row.text($0) } == ["20s", "UTC", "guildhall-tests", "read committed"])
        }
    }
}
