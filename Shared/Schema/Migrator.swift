import Database

/// Brings a database's schema up to date over one connection.
struct Migrator {
    /// The advisory lock that lets one migrator work at a time: "guildhal" in ASCII.
    static let lockKey: Int64 = 0x6775_696c_6468_616c

    private static let applied = Statement("SELECT number, name, checksum FROM schema_migration ORDER BY number")
    private static let checksums = Statement(
        "SELECT encode(sha256(s), 'hex') FROM unnest($1) WITH ORDINALITY AS t(s, n) ORDER BY n")
    private static let record = Statement(
        "INSERT INTO schema_migration (number, name, checksum) VALUES ($1, $2, $3)")

    let connection: DatabaseConnection
    let migrations: [Migration]
    /// How long a statement waits for a lock while services work; a migration that does not get it is tried again.
    let lockTimeout: Duration
    let attempts: Int

    /// Applies what is missing; returns it.
    func migrate(_ progress: (Migration) -> Void) async throws -> [Migration] {
        try await connection.lock(Migrator.lockKey)
        do {
            let done = try await applyAll(progress)
            try await connection.unlock(Migrator.lockKey)
            return done
        } catch {
            // The lock goes with the connection when it cannot be given up in words.
            if (try? await connection.unlock(Migrator.lockKey)) == nil { await connection.close() }
            throw error
        }
    }

    /// What is missing, without applying it.
    func pending() async throws -> [Migration] {
        try await missing(recorded: recorded()).map(\.migration)
    }

    private func applyAll(_ progress: (Migration) -> Void) async throws -> [Migration] {
        try await connection.script(Migrator.table)
        let missing = try await missing(recorded: recorded())
        for (migration, checksum) in missing {
            progress(migration)
            try await applyPatiently(migration, checksum)
        }
        return missing.map(\.migration)
    }

    private func applyPatiently(_ migration: Migration, _ checksum: String) async throws {
        var attempt = 1
        while true {
            do {
                return try await apply(migration, checksum)
            } catch let error as DatabaseError
                where !error.isConnectionLoss && error.isTransient && attempt < attempts
            {
                // Whoever holds the lock is let through first.
                try await Task.sleep(for: .milliseconds(200 * attempt))
                attempt += 1
            } catch let error as DatabaseError {
                throw SchemaError("\(migration.title) was not applied: \(error.debugDescription)")
            }
        }
    }

    private func apply(_ migration: Migration, _ checksum: String) async throws {
        let limit = lockTimeout.components
        let milliseconds = limit.seconds * 1000 + limit.attoseconds / 1_000_000_000_000_000
        try await connection.transaction { transaction in
            try await transaction.run([Call(Statement("SET LOCAL lock_timeout = \(milliseconds)"))])
            try await transaction.script(migration.sql)
            try await transaction.finish([
                Call(Migrator.record, [.int4(migration.number), .text(migration.name), .text(checksum)])
            ])
        }
    }

    /// What is not recorded, with its checksum; refuses a history that is not the recorded one.
    private func missing(recorded: [Record]) async throws -> [(migration: Migration, checksum: String)] {
        let texts = migrations.map { Array($0.sql.utf8) }
        let checksums = try await connection.run([Call(Migrator.checksums, [.byteas(texts)])])[0].map { try $0.text(0) }
        let shipped = Dictionary(uniqueKeysWithValues: zip(migrations, checksums).map { ($0.number, ($0, $1)) })
        for record in recorded {
            guard let (migration, checksum) = shipped[record.number] else {
                throw SchemaError(
                    """
                    migration \(record.number) (\(record.name)) was applied to this database and is missing from this \
                    program; use a program at least as new as the one that applied it
                    """)
            }
            guard checksum == record.checksum else {
                throw SchemaError(
                    """
                    \(migration.title) has changed since it was applied (recorded SHA-256 \(record.checksum), now \
                    \(checksum)); restore the file, and put the change into a new migration
                    """)
            }
        }
        let known = Set(recorded.map(\.number))
        return zip(migrations, checksums).filter { !known.contains($0.0.number) }
    }

    private struct Record {
        let number: Int32
        let name: String
        let checksum: String
    }

    private func recorded() async throws -> [Record] {
        do {
            return try await connection.run([Call(Migrator.applied)])[0].map { row in
                Record(number: try row.int32(0), name: try row.text(1), checksum: try row.text(2))
            }
        } catch let error as DatabaseError where error.sqlState == "42P01" {
            // The table comes with the first migration.
            return []
        }
    }
}
