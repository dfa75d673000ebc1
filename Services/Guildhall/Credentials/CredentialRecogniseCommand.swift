import ArgumentParser
import Contracts
import Crypto
import Foundation
import LinkedData
import OpenBadges
import ServiceRuntime

/// Recognises a credential of another issuer for a competency of a programme.
struct CredentialRecogniseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recognise",
        abstract: "Verifies a credential of another issuer and recognises it for a competency.",
        discussion: """
            The credential is verified as by 'guildhall credential verify'; if a check fails, or cannot be made, nothing
            is recognised and the check is named. A check that cannot be made may be accepted by its name. The
            credential, the report and the decision are kept; the worker sees it under "my credentials".

            Example:
              guildhall credential recognise badge.png --source hr --worker W-17 --competency retail/till \\
                --by 'R. Eviewer' --reason 'Same syllabus.'
            """)

    @OptionGroup var options: OperatorOptions
    @Argument(help: "A file, or an address.") var credential: String
    @Option(help: "The contractor's id.", transform: DeadLettersCommand.identifier) var contractor: Identifier?
    @Option(help: "The source that knows the worker, instead of the contractor's id.") var source: String?
    @Option(help: "The worker's id in that source.") var worker: String?
    @Option(help: "The competency: PROGRAMME/PATHWAY.") var competency: String
    @Option(help: "Who decides: a person's name, which the audit trail keeps.") var by: String
    @Option(help: "Why, in a sentence.") var reason: String
    @Option(help: "A check that may stay unknown, such as status; may be given again.")
    var acceptUnknown: [String] = []
    @Option(help: "A host that may be asked although it is private, such as issuer.test:8443; may be given again.")
    var allowHost: [String] = []
    @Option(help: "A file of certificates that are trusted besides the system's.") var ca: String?
    @Option(help: "Seconds to wait for the answer.") var wait = 30
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        guard (contractor != nil) != (source != nil || worker != nil), (source == nil) == (worker == nil) else {
            throw ValidationError("Name the contractor: by --contractor, or by --source and --worker.")
        }
        guard competency.split(separator: "/", omittingEmptySubsequences: false).count == 2 else {
            throw ValidationError("'\(competency)' is no competency; write PROGRAMME/PATHWAY.")
        }
        let names = VerificationCheck.Name.allCases.map(\.rawValue)
        for name in acceptUnknown where !names.contains(name) {
            throw ValidationError("There is no check '\(name)'; there are \(names.joined(separator: ", ")).")
        }
    }

    func run() async throws {
        try await OperatorContext.with(options) { context in
            let fetcher = GuardedFetch(
                own: context.settings.publicBaseURL, allowedHosts: Set(allowHost.map { $0.lowercased() }),
                certificates: ca)
            let bytes = try await fetcher.read(credential)
            let source = CredentialSource { url, mediaTypes in await fetcher.answer(url, mediaTypes) }
            let now = Moment(seconds: Int64(Date().timeIntervalSince1970))
            let report = await BadgeVerifier(source: source, now: now).verify(bytes)
            if let obstacle = OutsideVerdict(report, accepting: Set(acceptUnknown)).obstacle {
                throw ValidationError("Nothing is recognised: \(obstacle)")
            }
            var who = ContractorOptions()
            who.contractor = contractor
            who.source = self.source
            who.worker = worker
            _ = try await who.members(in: context.database)
            let parts = competency.split(separator: "/").map(String.init)
            let ask = CredentialAsk(
                subject: .contractor(who.id), kind: "recognise", reason: reason, requestedBy: by,
                outside: CredentialAsk.Outside(
                    programme: parts[0], pathway: parts[1], document: bytes, digest: Array(SHA256.hash(data: bytes)),
                    name: report.credential?["name"]?.text ?? "", issuer: OutsideVerdict.issuer(of: report),
                    verdict: report.verdict.rawValue, report: OutsideVerdict.record(of: report),
                    acceptedUnknown: acceptUnknown.sorted()))
            let answer = try await ask.granted(in: context.database, within: wait, quietly: json)
            if json { try Output.json(answer) }
            if !answer.isGranted { throw ExitCode.failure }
        }
    }
}
