import Contracts
import Crypto
import Database
import Foundation
import Logging

/// Chains audit entries: once a second a signed link over all entries of transactions that have ended since the last.
///
/// Entries carry their transaction's id. Below `pg_snapshot_xmin` every transaction has ended, so the range between two
/// such horizons is complete and no entry can ever join it.
struct Sealer: Sendable {
    let database: Database
    let key: Curve25519.Signing.PrivateKey
    let statements: AuditStatements
    let interval: Duration
    let surroundings: Surroundings
    let logger: Logger

    init(
        service: ServiceName, database: Database, key: Curve25519.Signing.PrivateKey, interval: Duration,
        surroundings: Surroundings, logger: Logger
    ) {
        self.database = database
        self.key = key
        self.interval = interval
        self.surroundings = surroundings
        self.logger = logger
        statements = AuditStatements(service)
    }

    /// The name of a public key: the first 16 hexadecimal digits of its SHA-256.
    static func name(of key: Curve25519.Signing.PublicKey) -> String {
        String(AuditChain.hex(Array(SHA256.hash(data: key.rawRepresentation))).prefix(16))
    }

    /// Seals while this replica has the lock; otherwise waits for it.
    func run() async throws {
        let session = try await database.dedicated()
        do {
            while try await !session.run([Call(statements.lock)])[0][0].bool(0) {
                try await surroundings.pause(.seconds(5))
            }
            while true {
                try await seal(on: session)
                try await surroundings.pause(interval)
            }
        } catch {
            await session.close()
            throw error
        }
    }

    /// Adds one link when there are entries for it.
    func seal(on session: DatabaseConnection) async throws {
        let rows = try await session.run([Call(statements.last), Call(statements.horizon)])
        let number = try rows[0].first.map { try $0.int64(0) + 1 } ?? 1
        let from = try rows[0].first?.text(1) ?? "0"
        let previous = try rows[0].first?.bytes(2) ?? AuditChain.beginning
        let to = try rows[1][0].text(0)
        let reading = AuditReading(statements) { try await session.run($0) }
        let (digest, entries) = try await reading.digest(from: from, to: to)
        if entries == 0 { return }
        let link = AuditChain.link(
            number: number, previous: previous, from: from, to: to, entries: entries, digest: digest)
        let signature = try key.signature(for: link)
        _ = try await session.run([
            Call(
                statements.seal,
                [
                    .int8(number), .text(from), .text(to), .int8(entries), .bytea(digest), .bytea(previous),
                    .bytea(link), .bytea(Array(signature)), .text(Sealer.name(of: key.publicKey)),
                ])
        ])
    }
}
