import Contracts
import Database
import Logging
import OpenBadges
import ServiceLifecycle

/// Sees to what a new version needs of what the previous one left: keys on record, and documents signed the new way.
struct Keeper: Service, Sendable {
    let database: Database
    let vault: KeyVault
    let logger: Logger
    /// How often it looks while there is work, or after a failure.
    var interval = Duration.seconds(5)
    /// How often it looks otherwise, as long as the previous version may still run beside this one.
    var idleInterval = Duration.seconds(60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                var pause = interval
                do {
                    _ = try await database.run([try KeyStatements.begin(vault)])
                    let count = try await askForSignatures()
                    if try await remind() + count == 0 { pause = idleInterval }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("credentials wait for care", metadata: ["cause": .string(String(describing: error))])
                }
                // Cancellation ends the pause, and the loop with it.
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Asks for new signatures of documents that were signed the old way; returns for how many.
    func askForSignatures() async throws -> Int {
        let rows = try await database.run([Call(RequestStatements.unlisted)])[0]
        guard !rows.isEmpty else { return 0 }
        let credentials = try rows.map { try $0.identifier(0) }
        let contractors = try rows.map { try $0.identifier(1) }
        _ = try await database.run([
            Call(
                RequestStatements.ask,
                [
                    .uuids(credentials.map { Identifier.derived("credential-signing", $0.description) }),
                    .uuids(credentials), .uuids(contractors),
                    .int4s(contractors.map { Int32(Partition(of: $0).number) }),
                ])
        ])
        return credentials.count
    }

    /// Takes up requests that a replica of the previous version let pass; returns how many.
    func remind() async throws -> Int {
        let rows = try await database.run([Call(RequestStatements.forgotten)])[0]
        guard !rows.isEmpty else { return 0 }
        let contractors = try rows.map { try $0.identifier(1) }
        _ = try await database.run([
            Call(
                RequestStatements.remind,
                [
                    .uuids(try rows.map { try $0.identifier(0) }), .uuids(contractors),
                    .int4s(contractors.map { Int32(Partition(of: $0).number) }),
                ])
        ])
        return rows.count
    }
}
