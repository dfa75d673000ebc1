import ArgumentParser
import Contracts
import Crypto
import Messaging
import ServiceRuntime

/// Checks the audit trail.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Verifies the audit trail.", subcommands: [Verify.self])

    /// Walks the chain of every service.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Recomputes every seal of every service's audit trail.",
            discussion: """
                Tells the first link that does not hold: an entry changed, removed or added behind its seal, a link
                changed or missing, a signature of another key. Exit status 1 when one does not hold.

                Example:
                  guildhall audit verify --json
                """)

        /// What was found of one service.
        struct Found: Encodable {
            var service: String
            var links: Int64
            var entries: Int64
            var unsealed: Int64
            var ok: Bool
            var brokenLink: Int64?
            var reason: String?
        }

        @OptionGroup var options: OperatorOptions
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let found = try await OperatorContext.with(options) { context in
                guard let path = context.settings.keys.auditSigning else {
                    throw ValidationError("Set keys.audit-signing to the file of the key that seals the audit trail.")
                }
                let key = try Curve25519.Signing.PrivateKey(rawRepresentation: KeyFiles.read(path)).publicKey
                var found: [Found] = []
                for service in ServiceName.allCases {
                    let verifier = AuditVerifier(service: service, database: context.database, key: key)
                    let finding = try await verifier.verify()
                    found.append(
                        Found(
                            service: service.rawValue, links: finding.links, entries: finding.entries,
                            unsealed: finding.unsealed, ok: finding.broken == nil,
                            brokenLink: finding.broken?.number, reason: finding.broken?.reason))
                }
                return found
            }
            if json {
                try Output.json(found)
            } else {
                Output.table(
                    ["service", "links", "entries", "unsealed", "verdict"],
                    found.map {
                        [
                            $0.service, "\($0.links)", "\($0.entries)", "\($0.unsealed)",
                            $0.brokenLink.map { "broken at link \($0)" } ?? "ok",
                        ]
                    })
                for broken in found { if let reason = broken.reason { print("\(broken.service): \(reason)") } }
            }
            if found.contains(where: { !$0.ok }) { throw ExitCode(1) }
        }
    }
}
