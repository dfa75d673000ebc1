import ArgumentParser
import Contracts
import Database
import OpenBadges
import ServiceRuntime

/// Makes a worker's personal link.
struct CredentialLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Makes the personal link to a worker's own credentials, or withdraws all there are.",
        discussion: """
            Whoever has the link can read and share what is the worker's: send it to the worker alone. It is made under
            the key file of keys.credential-signing, which this command needs too. Who made it is audited.

            Examples:
              guildhall credential link 0192f0a4-7c00-7000-8000-000000000001
              guildhall credential link --source hr --worker W-17 --valid-for 14d
              guildhall credential link --source hr --worker W-17 --withdraw
            """)

    @OptionGroup var options: OperatorOptions
    @OptionGroup var who: ContractorOptions
    @Option(help: "How long it holds: days or hours, such as 30d or 12h.", transform: CredentialLinkCommand.seconds)
    var validFor: Int64 = 30 * 86_400
    @Flag(help: "Withdraw every link of the worker's instead.") var withdraw = false
    @Option(help: "Who makes it: a person's name, which the audit trail keeps.") var by = "an operator"
    @Option(help: "Seconds to wait for the service.") var wait = 30

    private static let state = Statement(
        """
        SELECT guildhall_now(), coalesce((SELECT version FROM credentialing_link WHERE contractor = $1::uuid), 0)
        """)

    func run() async throws {
        try await OperatorContext.with(options) { context in
            let database = context.database
            let vault = try CredentialKeys.vault(context)
            let members = try await who.members(in: database)
            for member in withdraw ? members : [who.id] {
                let ask = CredentialAsk(
                    subject: .contractor(member), kind: withdraw ? "withdraw-links" : "link", requestedBy: by)
                let answer = try await ask.granted(in: database, within: wait, quietly: !withdraw)
                guard answer.isGranted else { throw ValidationError(answer.answer) }
            }
            if withdraw { return }
            let row = try await database.run([Call(CredentialLinkCommand.state, [.uuid(who.id)])])[0][0]
            let link = PersonalLink(
                subject: who.id, expires: try row.timestamp(0).adding(seconds: validFor), version: try row.int64(1))
            let base = context.settings.publicBaseURL
            print(
                "\(base.hasSuffix("/") ? String(base.dropLast()) : base)/me/\(link.token(key: vault.derived(Self.purpose)))"
            )
        }
    }

    /// What the key of links is derived for; credentialing derives the same.
    private static let purpose = "guildhall worker links/1"

    @Sendable static func seconds(_ text: String) throws -> Int64 {
        let units: [Character: Int64] = ["d": 86_400, "h": 3600]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()),
            (1...3650).contains(count)
        else { throw ValidationError("'\(text)' is no time; write 30d or 12h.") }
        return count * unit
    }
}
