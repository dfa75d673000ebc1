import Database
import Foundation
import Logging
import Testing

/// The migrated PostgreSQL that the environment names, if it names one.
///
/// Tests share it with others that run at the same time: a test takes back what it did.
public enum MigratedDatabase {
    /// Whether the environment names one.
    public static let isPresent = ProcessInfo.processInfo.environment["GUILDHALL_TEST_DATABASE_HOST"] != nil
    /// Why a test that needs one is skipped.
    public static let needed: Comment =
        "needs a migrated PostgreSQL named by GUILDHALL_TEST_DATABASE_HOST, _PORT, _NAME, _USER, _PASSWORD"

    /// What ends a test's transaction, so that nothing stays behind.
    private struct TakeBack: Error {}

    /// A pool of connections to it, at most so many.
    public static func pool(of size: Int = 2) -> Database {
        let environment = ProcessInfo.processInfo.environment
        func value(_ name: String) -> String? { environment["GUILDHALL_TEST_DATABASE_\(name)"] }
        var configuration = DatabaseConfiguration()
        configuration.host = value("HOST") ?? configuration.host
        configuration.port = value("PORT").flatMap { Int($0) } ?? configuration.port
        configuration.name = value("NAME") ?? configuration.name
        configuration.user = value("USER") ?? configuration.user
        configuration.password = value("PASSWORD")
        configuration.poolSize = size
        configuration.applicationName = "guildhall-tests"
        return Database(configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Runs a test with a pool that is closed afterwards.
    public static func withDatabase(_ body: (Database) async throws -> Void) async throws {
        let database = pool()
        do {
            try await body(database)
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }

    /// Runs a test in a transaction that is rolled back.
    public static func inTransaction(_ body: (Transaction) async throws -> Void) async throws {
        try await withDatabase { database in
            do {
                try await database.transaction { (transaction: Transaction) -> Void in
                    try await body(transaction)
                    throw TakeBack()
                }
            } catch is TakeBack {
                return
            }
        }
    }
}
