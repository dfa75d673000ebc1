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
    /// How many entries a look should find.
    private static let portion = 200.0
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
            var link = try await next(on: session)
            var rest = interval / 20
            while true {
                var waited = Duration.zero
                while waited < interval {
                    try await surroundings.pause(rest)
                    waited += rest
                    let found = try await gather(into: &link, on: session)
                    rest = min(max(rest * (Self.portion / Double(max(found, 1))), interval / 20), interval)
                }
                if link.digest.count > 0 { link = try await seal(link, on: session) }
            }
        } catch {
            await session.close()
            throw error
        }
    }

    /// The link that follows the last one in the table.
    private func next(on session: DatabaseConnection) async throws -> OpenLink {
        guard let last = try await session.run([Call(statements.last)])[0].first else {
            return OpenLink(number: 1, previous: AuditChain.beginning, from: "0")
        }
        return OpenLink(number: try last.int64(0) + 1, previous: try last.bytes(2), from: try last.text(1))
    }

    /// Hashes the entries of transactions that have ended since; returns how many there were.
    private func gather(into link: inout OpenLink, on session: DatabaseConnection) async throws -> Int64 {
        let to = try await session.run([Call(statements.horizon)])[0][0].text(0)
        let before = link.digest.count
        let reading = AuditReading(statements) { try await session.run($0) }
        try await reading.add(from: link.to, to: to, into: &link.digest)
        link.to = to
        return link.digest.count - before
    }

    /// Signs a link and adds it; returns the one that follows.
    private func seal(_ link: OpenLink, on session: DatabaseConnection) async throws -> OpenLink {
        let digest = link.digest.bytes()
        let bytes = AuditChain.link(
            number: link.number, previous: link.previous, from: link.from, to: link.to, entries: link.digest.count,
            digest: digest)
        let signature = try key.signature(for: bytes)
        _ = try await session.run([
            Call(
                statements.seal,
                [
                    .int8(link.number), .text(link.from), .text(link.to), .int8(link.digest.count), .bytea(digest),
                    .bytea(link.previous), .bytea(bytes), .bytea(Array(signature)),
                    .text(Sealer.name(of: key.publicKey)),
                ])
        ])
        return OpenLink(number: link.number + 1, previous: bytes, from: link.to)
    }
}
