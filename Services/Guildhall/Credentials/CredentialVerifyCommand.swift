import ArgumentParser
import Foundation
import LinkedData
import OpenBadges
import ServiceRuntime

/// Verifies a credential, whoever issued it.
struct CredentialVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verifies an Open Badge 3.0: JSON with an embedded proof, a token, or a PNG or SVG with one in it.",
        discussion: """
            Every check is named with what came of it. The verdict is `unknown` when a source is down; nobody guesses.
            Keys and status lists are asked for by https at public addresses only; our own issuer is asked where the
            settings say it is. The exit status is 0 for valid, 1 for invalid and 2 for unknown.

            Examples:
              guildhall credential verify badge.png
              guildhall credential verify badge.svg --export credentials.json
              guildhall credential verify https://credentials.example.org/credentials/0192f0a4-7c00-7000-8000-000000000001
            """)

    @OptionGroup var options: OperatorOptions
    @Argument(help: "A file, `-` for standard input, or an address.") var credential: String
    @Option(help: "A host that may be asked although it is private, such as issuer.test:8443; may be given again.")
    var allowHost: [String] = []
    @Option(help: "A file of certificates that are trusted besides the system's.") var ca: String?
    @Option(help: "A worker's export, which is asked instead of the issuer: for an issuer that is gone.")
    var export: String?
    @Flag(help: "Print JSON.") var json = false

    /// The report as JSON.
    private struct Document: Encodable {
        struct Check: Encodable {
            var check: String
            var outcome: String
            var detail: String
        }

        struct CoIssuer: Encodable {
            var id: String?
            var name: String?
            var outcome: String?
            var detail: String?
        }

        var verdict: String
        var id: String?
        var name: String?
        var issuer: String?
        var checks: [Check]
        var coIssuers: [CoIssuer]
    }

    func run() async throws {
        let fetcher = GuardedFetch(
            own: try ownAddress(), allowedHosts: Set(allowHost.map { $0.lowercased() }), certificates: ca)
        let bytes = try await fetcher.read(credential)
        let source =
            if let export { try ExportedIssuer(file: export).source } else {
                CredentialSource { url, mediaTypes in await fetcher.answer(url, mediaTypes) }
            }
        let now = Moment(seconds: Int64(Date().timeIntervalSince1970))
        let report = await BadgeVerifier(source: source, now: now).verify(bytes)
        let found = report.credential
        let document = Document(
            verdict: report.verdict.rawValue, id: found?["id"]?.text,
            name: found?["name"]?.text, issuer: found?["issuer"]?["id"]?.text ?? found?["issuer"]?.text,
            checks: report.checks.map {
                Document.Check(check: $0.name.rawValue, outcome: $0.outcome.rawValue, detail: $0.detail)
            },
            coIssuers: report.endorsements.map {
                Document.CoIssuer(
                    id: $0.issuer, name: $0.name, outcome: $0.check?.outcome.rawValue, detail: $0.check?.detail)
            })
        if json {
            try Output.json(document)
        } else {
            for check in document.checks { print("\(check.check): \(check.outcome): \(check.detail)") }
            if let name = document.name, let issuer = document.issuer { print("\(name), by \(issuer)") }
            for partner in document.coIssuers {
                let name = [partner.name, partner.id].compactMap { $0 }.joined(separator: ", ")
                print("together with \(name): \(partner.outcome ?? "unknown"): \(partner.detail ?? "")")
            }
            print(document.verdict)
        }
        switch report.verdict {
        case .valid: return
        case .invalid: throw ExitCode(1)
        case .unknown: throw ExitCode(2)
        }
    }

    private func ownAddress() throws -> String {
        do throws(ConfigurationError) {
            let reader = SettingsReader(program: .guildhall, arguments: options.settingArguments)
            guard case .run(let resolved) = try reader.read() else { throw ConfigurationError([]) }
            return try ServiceSettings(resolved).publicBaseURL
        } catch {
            throw ValidationError(error.problems.joined(separator: "\n"))
        }
    }
}

extension CredentialSource.Failure {
    /// What happened, in words.
    var words: String {
        switch self {
        case .unavailable(let detail), .refused(let detail): detail
        }
    }
}
