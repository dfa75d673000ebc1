import ArgumentParser
import Contracts

/// Erases what credentialing keeps of a contractor.
struct CredentialEraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erases every credential of a contractor and of those linked with it.",
        discussion: """
            Documents, salts, shares, listings, outside credentials and kept messages go; each credential is revoked, so
            that copies of it are told to count no more, and its address answers 410. It cannot be undone. The audit
            trail keeps who asked and why: name nobody in the reason.

            Example:
              guildhall credential erase --source hr --worker W-17 --by 'R. Eviewer' --reason 'Request 12.'
            """)

    @OptionGroup var options: OperatorOptions
    @OptionGroup var who: ContractorOptions
    @Option(help: "Who asks: a person's name, which the audit trail keeps.") var by: String
    @Option(help: "Why, without personal data.") var reason: String
    @Option(help: "Seconds to wait for the answer.") var wait = 30

    func run() async throws {
        try await OperatorContext.with(options) { context in
            for member in try await who.members(in: context.database) {
                let ask = CredentialAsk(
                    subject: .contractor(member), kind: "erase", reason: reason, requestedBy: by)
                let answer = try await ask.granted(in: context.database, within: wait, quietly: false)
                guard answer.isGranted else { throw ExitCode.failure }
            }
        }
    }
}
