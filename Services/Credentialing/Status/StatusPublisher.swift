import Contracts
import Database
import Foundation
import Logging
import OpenBadges
import ServiceLifecycle

/// Publishes status lists: the one place where a list is made, of rows that say which bits are set.
///
/// Of several replicas one publishes, by an advisory lock; changes are gathered for as long as the interval. A bit that
/// is set while a list is made stays unpublished and is in the next one.
struct StatusPublisher: Service, Sendable {
    /// The advisory lock of the one publisher: "credstat" in ASCII.
    private static let lock: Int64 = 0x6372_6564_7374_6174

    let database: Database
    let issuer: Issuer
    let vault: KeyVault
    let logger: Logger
    /// How long changes are gathered.
    var interval = Duration.seconds(2)
    /// How long readers may keep a list.
    var keep = Duration.seconds(300)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await lead()
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("status lists wait", metadata: ["cause": .string(String(describing: error))])
                }
                // Cancellation ends the pause, and the loop with it.
                try? await Task.sleep(for: interval)
            }
        }
    }

    /// Publishes for as long as the connection with the lock holds.
    private func lead() async throws {
        let session = try await database.dedicated()
        do {
            if try await session.tryLock(StatusPublisher.lock) {
                while !Task.isCancelled, !session.isLost {
                    try await publish()
                    try await Task.sleep(for: interval)
                }
            }
            await session.close()
        } catch {
            await session.close()
            throw error
        }
    }

    /// Publishes what is due; returns the lists.
    @discardableResult
    func publish() async throws -> [Int64] {
        let counted = try await database.run([Call(StatusStatements.lists)])[0]
        let count = try counted[0].int64(0)
        guard count > 0 else { return [] }
        let due = try await database.run([Call(StatusStatements.due, [.int8(count)])])[0].map { try $0.int64(0) }
        for number in due { try await publish(number) }
        return due
    }

    private func publish(_ number: Int64) async throws {
        try await database.transaction { transaction in
            _ = try await transaction.run([Call(StatusStatements.lock, [.int8(number)])])
            let loaded = try await transaction.run([
                Call(StatusStatements.take, [.int8(number)]), Call(StatusStatements.bits, [.int8(number)]),
                Call(KeyStatements.active), Call(Statement("SELECT guildhall_now()")),
            ])
            var list = Bitstring(count: Int(StatusPermutation.size))
            for row in loaded[1] { list[Int(try row.int32(0))] = true }
            let signer = CredentialSigner(issuer: issuer, keys: try KeyRing(loaded[2], vault))
            let now = try loaded[3][0].timestamp(0)
            let until = now.adding(seconds: 86_400)
            let document = StatusListDocument(
                id: issuer.url(ofStatusList: number), issuer: issuer.id, validFrom: UTCText.seconds(now),
                validUntil: UTCText.seconds(until), encodedList: try list.encoded(),
                ttl: keep.components.seconds * 1000)
            _ = try await transaction.finish([
                Call(
                    StatusStatements.publish,
                    [
                        .int8(number), .bytea(try signer.sign(document, created: now)),
                        .text(try signer.token(document)), .timestamptz(now), .timestamptz(until),
                    ])
            ])
        }
    }
}
