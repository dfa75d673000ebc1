import Contracts
import Database
import Testing

@Suite("Transactions", .enabled(if: TestServer.isPresent, TestServer.needed))
struct TransactionTests {
    private static let insert = Statement("INSERT INTO thing VALUES ($1)")
    private static let count = Statement("SELECT count(*) FROM thing")

    private func withThings(poolSize: Int = 4, _ body: (Database) async throws -> Void) async throws {
        try await TestServer.withSchema(poolSize: poolSize) { database in
            try await database.query("CREATE TABLE thing (id int4 PRIMARY KEY, amount int4 NOT NULL DEFAULT 0)")
            try await body(database)
        }
    }

    private func things(_ database: Database) async throws -> Int64 {
        try await database.run([Call(TransactionTests.count)])[0].only().int64(0)
    }

    @Test("what finish sends is committed, and nothing is seen before")
    func finish() async throws {
        try await withThings { database in
            let found = try await database.transaction { transaction in
                let first = try await transaction.run([Call(TransactionTests.insert, [.int4(1)])])
                #expect(first.count == 1)
                #expect(first[0].affected == 1)
                #expect(try await things(database) == 0)
                let last = try await transaction.finish([
                    Call(TransactionTests.insert, [.int4(2)]), Call(TransactionTests.count),
                ])
                #expect(last.count == 2)
                return try last[1].only().int64(0)
            }
            #expect(found == 2)
            #expect(try await things(database) == 2)
        }
    }

    @Test("a transaction may begin and commit in one round trip, or do nothing at all")
    func oneTrip() async throws {
        try await withThings(poolSize: 1) { database in
            let rows = try await database.transaction {
                try await $0.finish([Call(TransactionTests.insert, [.int4(1)])])
            }
            #expect(rows.map(\.affected) == [1])
            try await database.transaction { _ in }
            #expect(try await things(database) == 1)
        }
    }

    @Test("what the closure left open is committed when it returns")
    func settles() async throws {
        try await withThings(poolSize: 1) { database in
            try await database.transaction { _ = try await $0.run([Call(TransactionTests.insert, [.int4(1)])]) }
            #expect(try await things(database) == 1)
        }
    }

    @Test("an error in the closure rolls back, and the connection is used again")
    func rollsBack() async throws {
        try await withThings(poolSize: 1) { database in
            let backend = try await database.query("SELECT pg_backend_pid()").only().int32(0)
            await #expect(throws: Unexpected.self) {
                try await database.transaction { transaction in
                    try await transaction.run([Call(TransactionTests.insert, [.int4(1)])])
                    throw Unexpected(description: "on purpose")
                }
            }
            #expect(try await things(database) == 0)
            #expect(try await database.query("SELECT pg_backend_pid()").only().int32(0) == backend)
        }
    }

    @Test("an error that the closure swallowed still prevents the commit")
    func swallowedError() async throws {
        try await withThings(poolSize: 1) { database in
            let error = try await databaseError {
                try await database.transaction { transaction in
                    try await transaction.run([Call(TransactionTests.insert, [.int4(1)])])
                    _ = try? await transaction.run([Call(TransactionTests.insert, [.int4(1)])])
                }
            }
            #expect(error.code == .aborted)
            let again = try await databaseError {
                try await database.transaction { transaction in
                    _ = try? await transaction.run([Call(Statement("SELECT 1/0"))])
                    try await transaction.finish([Call(TransactionTests.insert, [.int4(1)])])
                }
            }
            #expect(again.code == .aborted)
            #expect(try await things(database) == 0)
        }
    }

    @Test("a commit that the server refuses is an error, and nothing stays")
    func failedCommit() async throws {
        try await TestServer.withSchema(poolSize: 1) { database in
            try await database.query("CREATE TABLE thing (id int4 UNIQUE DEFERRABLE INITIALLY DEFERRED)")
            let error = try await databaseError {
                try await database.transaction { transaction in
                    try await transaction.run([1, 1].map { Call(TransactionTests.insert, [.int4($0)]) })
                    try await transaction.finish()
                }
            }
            #expect(error.sqlState == "23505")
            let count = try await things(database)
            #expect(count == 0)
        }
    }

    @Test("nothing can be done after the commit")
    func afterwards() async throws {
        try await withThings(poolSize: 1) { database in
            let error = try await databaseError {
                try await database.transaction { transaction in
                    try await transaction.finish([Call(TransactionTests.insert, [.int4(1)])])
                    try await transaction.run([Call(TransactionTests.insert, [.int4(2)])])
                }
            }
            #expect(error.code == .aborted)
            #expect(try await things(database) == 1)
        }
    }

    @Test("a connection left in a transaction by a call is not used again")
    func uncleanConnection() async throws {
        try await withThings(poolSize: 1) { database in
            try await database.run([Call(Statement("BEGIN")), Call(TransactionTests.insert, [.int4(1)])])
            #expect(try await things(database) == 0)
        }
    }

    @Test("of two transactions in a deadlock one fails with its code, and repeating it succeeds")
    func deadlock() async throws {
        try await withThings { database in
            try await database.run([1, 2].map { Call(TransactionTests.insert, [.int4($0)]) })
            let update = Statement("UPDATE thing SET amount = amount + 1 WHERE id = $1")
            let meeting = Meeting(of: 2)
            let attempts = Shared(0)
            let failures = Shared<[DatabaseError.Code]>([])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (first, second) in [(Int32(1), Int32(2)), (2, 1)] {
                    group.addTask {
                        try await database.transactionRepeating { transaction in
                            attempts.change { $0 += 1 }
                            try await transaction.run([Call(update, [.int4(first)])])
                            await meeting.arrive()
                            do {
                                try await transaction.finish([Call(update, [.int4(second)])])
                            } catch let error as DatabaseError {
                                failures.change { $0.append(error.code) }
                                throw error
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            // Whoever is repeated may meet the other one a second time.
            #expect(!failures.value.isEmpty)
            #expect(failures.value.allSatisfy { $0 == .deadlock })
            #expect(attempts.value == 2 + failures.value.count)
            let amounts = try await database.query("SELECT amount FROM thing")
            #expect(try amounts.map { try $0.int32(0) } == [2, 2])
        }
    }

    @Test("a serialization failure is transient, a violated constraint is not repeated")
    func repeating() async throws {
        try await withThings(poolSize: 1) { database in
            let attempts = Shared(0)
            let error = try await databaseError {
                try await database.transactionRepeating(attempts: 3) { transaction in
                    attempts.change { $0 += 1 }
                    try await transaction.run([
                        Call(Statement("DO $$ BEGIN RAISE 'again' USING ERRCODE = '40001'; END $$"))
                    ])
                }
            }
            #expect(error.code == .serializationFailure)
            #expect(attempts.value == 3)
            attempts.change { $0 = 0 }
            _ = try await databaseError {
                try await database.transactionRepeating { transaction in
                    attempts.change { $0 += 1 }
                    try await transaction.run([1, 1].map { Call(TransactionTests.insert, [.int4($0)]) })
                }
            }
            #expect(attempts.value == 1)
        }
    }

    @Test("a lock that is not free in time is a transient timeout")
    func lockTimeout() async throws {
        try await withThings { database in
            try await database.run([Call(TransactionTests.insert, [.int4(1)])])
            let select = Call(Statement("SELECT id FROM thing FOR UPDATE"))
            try await database.transaction { holder in
                try await holder.run([select])
                let error = try await databaseError {
                    try await database.transaction { waiter in
                        try await waiter.run([Call(Statement("SET LOCAL lock_timeout = 20")), select])
                    }
                }
                #expect(error.code == .timeout)
                #expect(error.isTransient)
            }
        }
    }

    @Test("a cancelled closure rolls back and its connection lives on")
    func cancellation() async throws {
        try await withThings(poolSize: 1) { database in
            let begun = Meeting(of: 2)
            let task = Task {
                try await database.transaction { transaction in
                    try await transaction.run([Call(TransactionTests.insert, [.int4(1)])])
                    await begun.arrive()
                    try await Task.sleep(for: .seconds(60))
                }
            }
            await begun.arrive()
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            let count = try await things(database)
            #expect(count == 0)
        }
    }
}

/// A point that a number of tasks reach before any of them goes on; those that come later pass.
actor Meeting {
    private let size: Int
    private var arrived = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(of size: Int) {
        self.size = size
    }

    func arrive() async {
        arrived += 1
        if arrived >= size {
            for continuation in waiting { continuation.resume() }
            waiting = []
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }
}
