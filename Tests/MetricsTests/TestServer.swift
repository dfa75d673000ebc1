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

    /// Whose turn it is: tests about the same made-up workers would lock each other's rows in other orders.
    private actor Turn {
        private var isTaken = false
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func take() async {
            if isTaken { await withCheckedContinuation { waiting.append($0) } } else { isTaken = true }
        }

        func give() {
            if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
        }
    }

    private static let turn = Turn()

    /// Runs a test in a transaction that is rolled back, one after the other.
    static func rolledBack(_ body: @Sendable (Transaction) async throws -> Void) async throws {
        await turn.take()
        do {
            try await rolledBackAlone(body)
            await turn.give()
        } catch {
            await turn.give()
            throw error
        }
    }

    private static func rolledBackAlone(_ body: @Sendable (Transaction) async throws -> Void) async throws {
        let environment = ProcessInfo.processInfo.environment
        func value(_ name: String) -> String? { environment["GUILDHALL_TEST_DATABASE_\(name)"] }
        var configuration = DatabaseConfiguration()
        configuration.host = value("HOST") ?? configuration.host
        configuration.port = value("PORT").flatMap { Int($0) } ?? configuration.port
        configuration.name = value("NAME") ?? configuration.name
        configuration.user = value("USER") ?? configuration.user
        configuration.password = value("PASSWORD")
        let database = Database(configuration, logger: Logger(label: "test"))
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
