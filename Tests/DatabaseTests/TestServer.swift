import Database
import Foundation
import Logging
import Testing

/// The PostgreSQL that these tests work on, named by the environment; without it they are skipped.
enum TestServer {
    static let isPresent = ProcessInfo.processInfo.environment["GUILDHALL_TEST_DATABASE_HOST"] != nil
    static let needed: Comment = "needs a PostgreSQL (GUILDHALL_TEST_DATABASE_HOST, _PORT, _NAME, _USER, _PASSWORD)"

    static func configuration(poolSize: Int = 4, acquireTimeout: Duration = .seconds(10)) -> DatabaseConfiguration {
        let environment = ProcessInfo.processInfo.environment
        func value(_ name: String) -> String? { environment["GUILDHALL_TEST_DATABASE_\(name)"] }
        return DatabaseConfiguration(
            host: value("HOST") ?? "127.0.0.1",
            port: value("PORT").flatMap(Int.init) ?? 5432,
            name: value("NAME") ?? "guildhall",
            user: value("USER") ?? "guildhall",
            password: value("PASSWORD"),
            poolSize: poolSize,
            acquireTimeout: acquireTimeout,
            statementTimeout: .seconds(20),
            applicationName: "guildhall-tests")
    }

    /// Runs a test with a pool that is closed afterwards.
    static func withDatabase<T>(
        poolSize: Int = 4, acquireTimeout: Duration = .seconds(10), _ body: (Database) async throws -> T
    ) async throws -> T {
        try await withDatabase(configuration(poolSize: poolSize, acquireTimeout: acquireTimeout), body)
    }

    static func withDatabase<T>(
        _ configuration: DatabaseConfiguration, _ body: (Database) async throws -> T
    ) async throws -> T {
        let database = Database(configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        do {
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }

    /// Runs a test with a schema of its own, which is the search path of every connection and is dropped afterwards.
    static func withSchema<T>(poolSize: Int = 4, _ body: (Database) async throws -> T) async throws -> T {
        let name = "test_\(UInt64.random(in: 0...UInt64.max))"
        return try await withDatabase(configuration(poolSize: 1)) { outer in
            let connection = try await outer.dedicated()
            try await connection.script("CREATE SCHEMA \(name)")
            var configuration = configuration(poolSize: poolSize)
            configuration.searchPath = name
            configuration.applicationName = name
            let result: Result<T, any Error>
            do {
                result = .success(try await withDatabase(configuration, body))
            } catch {
                result = .failure(error)
            }
            try await connection.script("DROP SCHEMA \(name) CASCADE")
            await connection.close()
            return try result.get()
        }
    }
}

extension Database {
    /// Runs one call of SQL.
    @discardableResult
    func query(_ sql: String, _ parameters: [Parameter] = []) async throws -> Rows {
        try await run([Call(Statement(sql), parameters)])[0]
    }
}

/// The error that an operation throws, for a closer look.
func databaseError<T>(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> T
) async throws -> DatabaseError {
    do {
        _ = try await body()
    } catch let error as DatabaseError {
        return error
    }
    throw Unexpected(description: "no error was thrown")
}

struct Unexpected: Error, CustomStringConvertible {
    let description: String
}
