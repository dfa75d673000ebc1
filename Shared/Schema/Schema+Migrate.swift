import Database

extension Schema {
    /// Applies the migrations that a database lacks, each in a transaction of its own, and returns them.
    ///
    /// An advisory lock lets one migrator work at a time; a second one waits and then finds nothing to do. A migration
    /// that waits longer than `lockTimeout` for a table in use is rolled back and tried again, so that it never stalls
    /// the services that queue up behind it.
    ///
    /// - Parameters:
    ///   - connection: best opened with `statementTimeout: .zero`, since waiting for the other migrator and building
    ///     an index may take long.
    ///   - migrations: those that ship with the program, unless others are given.
    ///   - lockTimeout: how long one statement waits for a lock; defaults to five seconds.
    ///   - attempts: how often a migration is tried that did not get its locks; defaults to ten.
    ///   - progress: called before each migration.
    /// - Throws: ``SchemaError`` when a migration fails, an applied one has changed or is missing, or two have the same
    ///   number.
    @discardableResult
    public static func migrate(
        _ connection: DatabaseConnection,
        migrations: [Migration]? = nil,
        lockTimeout: Duration = .seconds(5),
        attempts: Int = 10,
        progress: (Migration) -> Void = { _ in }
    ) async throws -> [Migration] {
        let migrations = try ordered(migrations ?? self.migrations)
        return try await Migrator(
            connection: connection, migrations: migrations, lockTimeout: lockTimeout, attempts: attempts
        ).migrate(progress)
    }

    /// Applies the migrations that a database lacks, over a connection of its own.
    @discardableResult
    public static func migrate(
        _ database: Database, migrations: [Migration]? = nil, progress: (Migration) -> Void = { _ in }
    ) async throws -> [Migration] {
        let connection = try await database.dedicated(statementTimeout: .zero)
        do {
            let applied = try await migrate(connection, migrations: migrations, progress: progress)
            await connection.close()
            return applied
        } catch {
            await connection.close()
            throw error
        }
    }

    /// The migrations that a database lacks, in order; refuses what ``migrate(_:migrations:progress:)`` refuses.
    public static func pending(
        _ connection: DatabaseConnection, migrations: [Migration]? = nil
    ) async throws -> [Migration] {
        let migrations = try ordered(migrations ?? self.migrations)
        return try await Migrator(
            connection: connection, migrations: migrations, lockTimeout: .zero, attempts: 1
        ).pending()
    }
}
