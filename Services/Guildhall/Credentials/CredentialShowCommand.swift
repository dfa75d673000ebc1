import ArgumentParser
import Contracts
import Database

/// Shows what a credential rests on, how it stands, and its terms.
struct CredentialShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a credential's outcome with its score, its standing and its terms.",
        discussion: """
            Everything that it opens, by which rules, is told by its address: /credentials/ID/effects.

            Example:
              guildhall credential show 0192f0a4-7c00-7000-8000-000000000001 --json
            """)

    @OptionGroup var options: OperatorOptions
    @Argument(help: "The credential's id.", transform: DeadLettersCommand.identifier) var id: Identifier
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let shown = try await OperatorContext.with(options) { context in
            let answers = try await context.database.run([
                Call(CredentialShown.credential, [.uuid(id)]), Call(CredentialShown.terms, [.uuid(id)]),
            ])
            return try CredentialShown(answers[0], answers[1])
        }
        guard let shown else { throw ValidationError("There is no credential \(id).") }
        if json { return try Output.json(shown) }
        Output.table(["what", "value"], shown.rows)
        print("")
        Output.table(["term", "earned", "from", "until", "score", "by"], shown.termRows)
    }
}
