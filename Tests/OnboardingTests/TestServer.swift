import Database
import Foundation
import Logging
import Testing

/// The migrated PostgreSQL that the environment names, if it names one.
enum TestServer {
    static let isPresent = ProcessInfo.processInfo.environment["GUILDHALL_TEST_DATABASE_HOST"] != nil
    static let needed: Comment =
        "needs a migrated PostgreSQL named by GUILDHALL_TEST_DATABASE_HOST, _PORT, _NAME, _USER, _PASSWORD"

    /// What a test throws in the end, so that it leaves nothing behind.
    struct RolledBack: Error {}

    /// A pool of connections to it.
    static func database() -> Database {
        let environment = ProcessInfo.processInfo.environment
        func value(_ name: String) -> String? { environment["GUILDHALL_TEST_DATABASE_\(name)"] }
        var configuration = DatabaseConfiguration()
        configuration.host = value("HOST") ?? configuration.host
        configuration.port = value("PORT").flatMap { Int($0) } ?? configuration.port
        configuration.name = value("NAME") ?? configuration.name
        configuration.user = value("USER") ?? configuration.user
        configuration.password = value("PASSWORD")
        return Database(configuration, logger: Logger(label: "test"))
    }

    /// Runs a test in a transaction that is rolled back.
    static func rolledBack(_ body: @Sendable (Transaction) async throws -> Void) async throws {
        let database = TestServer.database()
        do {
            try await database.transaction { transaction in
                try await body(transaction)
                throw RolledBack()
            }
        } catch is RolledBack {
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }
}
