import Contracts
import Database
import Testing

@Suite("Dedicated connections", .enabled(if: TestServer.isPresent, TestServer.needed))
struct ConnectionTests {
    private func withConnections(
        _ body: (DatabaseConnection, DatabaseConnection) async throws -> Void
    ) async throws {
        try await TestServer.withDatabase { database in
            let one = try await database.dedicated()
            let other = try await database.dedicated()
            try await body(one, other)
            await one.close()
            await other.close()
        }
    }

    @Test("notifications arrive in order, each on its channel")
    func notifications() async throws {
        try await withConnections { listener, speaker in
            let channel = "Guild \"hall\" \(UInt64.random(in: 0...UInt64.max))"
            let stream = try await listener.listen(channel)
            let notify = Statement("SELECT pg_notify($1, $2)")
            try await speaker.run(
                ["other", channel, channel].enumerated().map { index, name in
                    Call(notify, [.text(name), .text("\(index)")])
                })
            var received: [String] = []
            for await payload in stream {
                received.append(payload)
                if received.count == 2 { break }
            }
            #expect(received == ["1", "2"])
        }
    }

    @Test("a stream of notifications ends when its connection does")
    func streamEnds() async throws {
        try await withConnections { listener, killer in
            let stream = try await listener.listen("anything")
            let pid = try await listener.run([Call(Statement("SELECT pg_backend_pid()"))])[0].only().int32(0)
            #expect(!listener.isLost)
            try await killer.run([Call(Statement("SELECT pg_terminate_backend($1)"), [.int4(pid)])])
            for await _ in stream {}
            await listener.closed()
            #expect(listener.isLost)
            let error = try await databaseError { try await listener.run([Call(Statement("SELECT 1"))]) }
            #expect(error.code == .connectionLost)
        }
    }

    @Test("an advisory lock excludes other connections until it is given up or its connection ends")
    func locks() async throws {
        try await withConnections { one, other in
            let key = Int64.random(in: .min ... .max)
            try await one.lock(key)
            #expect(try await !other.tryLock(key))
            #expect(try await one.unlock(key))
            #expect(try await other.tryLock(key))
            let waiting = Task { try await one.lock(key) }
            await other.close()
            try await waiting.value
            #expect(try await one.unlock(key))
            #expect(try await !one.unlock(key))
        }
    }

    @Test("closing gives up a round trip on its way")
    func closeDuringCall() async throws {
        try await TestServer.withDatabase { database in
            let connection = try await database.dedicated(statementTimeout: .zero)
            let call = Task {
                try await databaseError {
                    try await connection.transaction { transaction in
                        try await transaction.run([Call(Statement("SELECT pg_sleep(60)::text"))])
                    }
                }
            }
            // The call is on its way, or still waits in the mailbox; either way it must end.
            await Task.yield()
            await connection.close()
            #expect(try await call.value.code == .closed)
        }
    }

    @Test("a script runs several statements, and its failure undoes all of them")
    func scripts() async throws {
        try await TestServer.withSchema { database in
            let connection = try await database.dedicated()
            try await connection.script("CREATE TABLE thing (id int4); INSERT INTO thing VALUES (1), (2);")
            let error = try await databaseError {
                try await connection.script("INSERT INTO thing VALUES (3); SELECT 1/0;")
            }
            #expect(error.sqlState == "22012")
            let rows = try await connection.run([Call(Statement("SELECT id FROM thing ORDER BY id"))])
            #expect(try rows[0].map { try $0.int32(0) } == [1, 2])
            await connection.close()
        }
    }

    @Test("round trips of many tasks share one connection")
    func sharing() async throws {
        try await TestServer.withDatabase { database in
            let connection = try await database.dedicated()
            let sum = try await withThrowingTaskGroup(of: Int32.self) { group in
                for number in Int32(1)...100 {
                    group.addTask {
                        try await connection.run([Call(Statement("SELECT $1::int4"), [.int4(number)])])[0]
                            .only().int32(0)
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 5050)
            await connection.close()
        }
    }

    @Test("waiting for a connection's end can be cancelled")
    func cancelledWatch() async throws {
        try await TestServer.withDatabase { database in
            let connection = try await database.dedicated()
            let watch = Task { await connection.closed() }
            watch.cancel()
            await watch.value
            #expect(!connection.isLost)
            await connection.close()
            #expect(connection.isLost)
        }
    }
}
