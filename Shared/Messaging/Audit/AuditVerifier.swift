import Contracts
import Crypto
import Database

/// Walks a service's audit trail and recomputes every link (GOV-01, guardrail G22).
public struct AuditVerifier: Sendable {
    /// What a walk found.
    public struct Finding: Sendable {
        /// Links walked.
        public var links: Int64 = 0
        /// Entries that links cover.
        public var entries: Int64 = 0
        /// Entries that wait for their seal.
        public var unsealed: Int64 = 0
        /// The first link that does not hold, and why; nil when all hold.
        public var broken: (number: Int64, reason: String)?
    }

    private let service: ServiceName
    private let database: Database
    private let key: Curve25519.Signing.PublicKey

    /// A verifier with the public half of the sealing key.
    public init(service: ServiceName, database: Database, key: Curve25519.Signing.PublicKey) {
        self.service = service
        self.database = database
        self.key = key
    }

    /// Walks all links from the first on.
    public func verify() async throws -> Finding {
        let statements = AuditStatements(service)
        let reading = AuditReading(statements) { try await database.run($0) }
        var finding = Finding()
        var previous = AuditChain.beginning
        var horizon = "0"
        while finding.broken == nil {
            let page = try await database.run([Call(statements.links, [.int8(finding.links)])])[0]
            for row in page {
                let number = try row.int64(0)
                let (from, to) = (try row.text(1), try row.text(2))
                let entries = try row.int64(3)
                let signature = try row.bytes(7)
                let (digest, found) = try await reading.digest(from: from, to: to)
                let link = AuditChain.link(
                    number: number, previous: previous, from: from, to: to, entries: entries, digest: digest)
                let reason: String? =
                    if number != finding.links + 1 { "link \(finding.links + 1) is missing" } else if from != horizon {
                        "it begins at transaction \(from), not where the last one ended"
                    } else if found != entries {
                        "it seals \(entries) entries, but \(found) are there"
                    } else if try digest != row.bytes(4) || previous != row.bytes(5) || link != row.bytes(6) {
                        "an entry or the link was changed"
                    } else if !key.isValidSignature(signature, for: link) {
                        "its signature is not of this key"
                    } else {
                        nil
                    }
                if let reason {
                    finding.broken = (number, reason)
                    break
                }
                finding.links = number
                finding.entries += entries
                previous = link
                horizon = to
            }
            if page.count < 1000 { break }
        }
        finding.unsealed = try await database.run([Call(statements.unsealed, [.text(horizon)])])[0][0].int64(0)
        return finding
    }
}
