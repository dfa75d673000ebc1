import Contracts
import Database
import Foundation
import Testing

@Suite("Pipelines", .enabled(if: TestServer.isPresent, TestServer.needed))
struct PipelineTests {
    private static let echo = Statement("SELECT $1::int4")

    @Test("results come in the order of the calls")
    func order() async throws {
        try await TestServer.withDatabase { database in
            let rows = try await database.run((0..<500).map { Call(PipelineTests.echo, [.int4($0)]) })
            #expect(try rows.map { try $0.only().int32(0) } == Array(0..<500))
            #expect(try await database.run([]).isEmpty)
        }
    }

    @Test("calls of one pipeline see what the ones before them did")
    func sequence() async throws {
        try await TestServer.withSchema { database in
            let rows = try await database.run([
                Call(Statement("CREATE TABLE thing (id int4)")),
                Call(Statement("INSERT INTO thing VALUES ($1), ($2)"), [.int4(1), .int4(2)]),
                Call(Statement("UPDATE thing SET id = id + 1")),
                Call(Statement("SELECT id FROM thing ORDER BY id")),
            ])
            #expect(rows.map(\.affected) == [0, 2, 2, 2])
            #expect(try rows[3].map { try $0.int32(0) } == [2, 3])
            #expect(rows[3].columns == ["id"])
        }
    }

    @Test("an error names its call, undoes the pipeline and leaves the connection usable")
    func errorInside() async throws {
        try await TestServer.withSchema(poolSize: 1) { database in
            try await database.query("CREATE TABLE thing (id int4 CONSTRAINT thing_once PRIMARY KEY)")
            let insert = Statement("INSERT INTO thing VALUES ($1)")
            let backend = try await database.query("SELECT pg_backend_pid()").only().int32(0)
            let error = try await databaseError {
                try await database.run([1, 2, 1, 3].map { Call(insert, [.int4($0)]) })
            }
            #expect(error.code == .server)
            #expect(error.sqlState == "23505")
            #expect(error.constraint == "thing_once")
            #expect(error.table == "thing")
            #expect(error.callIndex == 2)
            #expect(!error.isTransient)
            #expect(!"\(error)".contains("Key"))
            #expect(error.debugDescription.contains("INSERT INTO thing"))
            #expect(try await database.query("SELECT count(*) FROM thing").only().int64(0) == 0)
            #expect(try await database.query("SELECT pg_backend_pid()").only().int32(0) == backend)
            #expect(try await database.run([Call(insert, [.int4(7)])])[0].affected == 1)
        }
    }

    @Test("a statement that cannot be prepared is an error of its call, and can be corrected")
    func errorInPreparation() async throws {
        try await TestServer.withSchema(poolSize: 1) { database in
            let missing = Call(Statement("SELECT id FROM thing"))
            let error = try await databaseError {
                try await database.run([Call(PipelineTests.echo, [.int4(1)]), missing, missing])
            }
            #expect(error.sqlState == "42P01")
            #expect(error.callIndex == 1)
            try await database.query("CREATE TABLE thing (id int4)")
            #expect(try await database.run([missing, missing]).count == 2)
        }
    }

    @Test("a constraint checked only at the end fails the pipeline")
    func deferredConstraint() async throws {
        try await TestServer.withSchema(poolSize: 1) { database in
            try await database.query("CREATE TABLE thing (id int4 UNIQUE DEFERRABLE INITIALLY DEFERRED)")
            let insert = Statement("INSERT INTO thing VALUES ($1)")
            let error = try await databaseError {
                try await database.run([Call(insert, [.int4(1)]), Call(insert, [.int4(1)])])
            }
            #expect(error.sqlState == "23505")
            #expect(try await database.query("SELECT count(*) FROM thing").only().int64(0) == 0)
        }
    }

    @Test("one statement takes parameters of other types than before")
    func otherTypes() async throws {
        try await TestServer.withDatabase(poolSize: 1) { database in
            let statement = Statement("SELECT $1::text")
            #expect(try await database.run([Call(statement, [.int8(5)])])[0].only().text(0) == "5")
            #expect(try await database.run([Call(statement, [.text("x")])])[0].only().text(0) == "x")
            let mixed = try await database.run([Call(statement, [.bool(true)]), Call(statement, [.int8(6)])])
            #expect(try mixed.map { try $0.only().text(0) } == ["true", "6"])
        }
    }

    @Test("megabytes in both directions at once do not block each other")
    func largeBothWays() async throws {
        try await TestServer.withDatabase(poolSize: 1) { database in
            let text = String(repeating: "0123456789", count: 400_000)
            let rows = try await database.run((0..<8).map { _ in Call(Statement("SELECT $1::text"), [.text(text)]) })
            #expect(rows.count == 8)
            for row in rows { #expect(try row.only().text(0).utf8.count == 4_000_000) }
        }
    }

    @Test("more statements than a connection keeps are run all the same")
    func manyStatements() async throws {
        try await TestServer.withDatabase(poolSize: 1) { database in
            for start in stride(from: Int32(0), to: 1200, by: 200) {
                let calls = (start..<start + 200).map { Call(Statement("SELECT \($0)::int4 + $1"), [.int4($0)]) }
                let rows = try await database.run(calls)
                #expect(try rows.map { try $0.only().int32(0) } == (start..<start + 200).map { $0 * 2 })
            }
            let kept = try await database.query("SELECT count(*) FROM pg_prepared_statements").only().int64(0)
            #expect(kept <= 1000)
        }
    }

    @Test("a request that libpq cannot make is refused for good, and the pool goes on")
    func tooManyParameters() async throws {
        try await TestServer.withDatabase(poolSize: 1) { database in
            let error = try await databaseError {
                try await database.query("SELECT 1", (0..<70_000).map { .int4($0) })
            }
            #expect(error.code == .server)
            #expect(!error.isTransient)
            let copy = try await databaseError { try await database.query("COPY (SELECT 1) TO STDOUT") }
            #expect(!copy.isTransient)
            #expect(try await database.query("SELECT 1").only().int32(0) == 1)
        }
    }

    @Test("a plan that a migration outdated is retried on a new connection")
    func staleplan() async throws {
        try await TestServer.withSchema(poolSize: 1) { database in
            try await database.query("CREATE TABLE thing (id int4)")
            let all = Call(Statement("SELECT * FROM thing"))
            try await database.run([all])
            try await database.query("ALTER TABLE thing ADD COLUMN name text")
            let error = try await databaseError { try await database.run([all]) }
            #expect(error.sqlState == "0A000")
            #expect(error.isTransient)
            #expect(try await database.run([all])[0].columns == ["id", "name"])
        }
    }

    @Test("a statement that runs too long ends with a timeout that is not repeated")
    func statementTimeout() async throws {
        var configuration = TestServer.configuration(poolSize: 1)
        configuration.statementTimeout = .milliseconds(50)
        try await TestServer.withDatabase(configuration) { database in
            let error = try await databaseError { try await database.query("SELECT pg_sleep(5)::text") }
            #expect(error.code == .timeout)
            #expect(error.sqlState == "57014")
            #expect(!error.isTransient)
            #expect(try await database.query("SELECT 1").only().int32(0) == 1)
        }
    }
}
