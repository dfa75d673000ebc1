import Contracts
import Database
import Testing

@testable import Schema

@Suite("Migrations", .enabled(if: TestServer.isPresent, TestServer.needed))
struct MigratorTests {
    private let first = Migration(
        number: 1, name: "things", sql: "CREATE TABLE thing (id int4 PRIMARY KEY); INSERT INTO thing VALUES (1);")
    private let second = Migration(number: 20, name: "names", sql: "ALTER TABLE thing ADD COLUMN name text;")

    @Test("what is missing is applied in order and recorded, once")
    func applies() async throws {
        try await TestServer.withSchema { database in
            let connection = try await database.dedicated()
            #expect(try await Schema.pending(connection, migrations: [second, first]) == [first, second])
            #expect(try await Schema.migrate(connection, migrations: [second, first]) == [first, second])
            #expect(try await Schema.migrate(connection, migrations: [first, second]) == [])
            #expect(try await Schema.pending(connection, migrations: [first, second]) == [])
            await connection.close()
            let rows = try await database.query(
                "SELECT number, name, checksum, applied_at FROM schema_migration ORDER BY number")
            #expect(try rows.map { try $0.int32(0) } == [1, 20])
            #expect(try rows.map { try $0.text(1) } == ["things", "names"])
            #expect(try rows[0].text(2).utf8.count == 64)
            _ = try rows[0].timestamp(3)
        }
    }

    @Test("of two migrators at once one does the work and the other waits")
    func atOnce() async throws {
        try await TestServer.withSchema { database in
            let slow = Migration(number: 3, name: "slow", sql: "INSERT INTO thing SELECT 2 FROM pg_sleep(0.2);")
            let migrations = [first, second, slow]
            let applied = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await Schema.migrate(database, migrations: migrations).count }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(applied.sorted() == [0, 0, 0, 3])
            #expect(try await database.query("SELECT count(*) FROM thing").only().int64(0) == 2)
        }
    }

    @Test("a file that changed after it was applied is refused")
    func changed() async throws {
        try await TestServer.withSchema { database in
            try await Schema.migrate(database, migrations: [first, second])
            let altered = Migration(number: 1, name: "things", sql: first.sql + " ")
            let error = await #expect(throws: SchemaError.self) {
                try await Schema.migrate(database, migrations: [altered, second])
            }
            #expect(error?.description.contains("0001_things has changed") == true)
        }
    }

    @Test("a number that was applied and is missing is refused, and so is one that is there twice")
    func missing() async throws {
        try await TestServer.withSchema { database in
            try await Schema.migrate(database, migrations: [first, second])
            let missing = await #expect(throws: SchemaError.self) {
                try await Schema.migrate(database, migrations: [first])
            }
            #expect(missing?.description.contains("migration 20 (names)") == true)
            let twice = Migration(number: 20, name: "again", sql: "SELECT 1")
            let double = await #expect(throws: SchemaError.self) {
                try await Schema.migrate(database, migrations: [first, second, twice])
            }
            #expect(double?.description.contains("the same number") == true)
        }
    }

    @Test("a migration that fails leaves nothing behind, those before it stay")
    func failing() async throws {
        try await TestServer.withSchema { database in
            let broken = Migration(number: 30, name: "broken", sql: "INSERT INTO thing VALUES (9); SELECT nothing;")
            let error = await #expect(throws: SchemaError.self) {
                try await Schema.migrate(database, migrations: [first, broken])
            }
            #expect(error?.description.contains("0030_broken was not applied") == true)
            let things = try await database.query("SELECT count(*) FROM thing").only().int64(0)
            #expect(things == 1)
            let applied = try await Schema.migrate(database, migrations: [first, second])
            #expect(applied == [second])
        }
    }

    @Test("a migration that ends its own transaction is refused")
    func ownCommit() async throws {
        try await TestServer.withSchema { database in
            let rude = Migration(number: 1, name: "rude", sql: "CREATE TABLE rude (id int4); COMMIT;")
            await #expect(throws: SchemaError.self) { try await Schema.migrate(database, migrations: [rude]) }
        }
    }

    @Test("a migration that cannot get its lock is tried again and lets others pass meanwhile")
    func lockTimeout() async throws {
        try await TestServer.withSchema { database in
            try await Schema.migrate(database, migrations: [first])
            let holder = try await database.dedicated()
            try await holder.script("BEGIN; SELECT * FROM thing")
            let migrator = try await database.dedicated(statementTimeout: .zero)
            let error = await #expect(throws: SchemaError.self) {
                try await Schema.migrate(
                    migrator, migrations: [first, second], lockTimeout: .milliseconds(20), attempts: 2)
            }
            #expect(error?.description.contains("55P03") == true)
            try await holder.script("COMMIT")
            let applied = try await Schema.migrate(migrator, migrations: [first, second])
            #expect(applied == [second])
            await holder.close()
            await migrator.close()
        }
    }
}

@Suite("Migration files")
struct MigrationFileTests {
    @Test("a file's name carries its number and name")
    func fileNames() {
        #expect(Migration(fileName: "0012_some_name.sql", sql: "")?.title == "0012_some_name")
        for name in ["12_name.sql", "0012.sql", "0012_.sql", "name.sql", "0012_name.txt", "+012_name.sql"] {
            #expect(Migration(fileName: name, sql: "") == nil, "\(name)")
        }
    }

    @Test("the migrations that ship are in order and not empty")
    func shipped() throws {
        let migrations = try Schema.migrations
        #expect(!migrations.isEmpty)
        #expect(migrations.map(\.number) == migrations.map(\.number).sorted())
        for migration in migrations { #expect(!migration.sql.isEmpty) }
    }
}
