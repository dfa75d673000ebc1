import ArgumentParser
import Contracts
import OpenBadges

/// Turns the keys that sign credentials.
struct CredentialKeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Lists, rotates, retires and condemns the keys that sign credentials.",
        discussion: """
            Secrets are kept sealed under the key file of keys.credential-signing. What a retired key signed stays good;
            what a compromised key signed can be believed no more, and every credential is signed again.
            """,
        subcommands: [List.self, Rotate.self, Compromise.self])

    /// Lists them.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the keys, those that sign first.")

        @OptionGroup var options: OperatorOptions
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let keys = try await OperatorContext.with(options) { try await CredentialKeys($0.database).list() }
            if json { return try Output.json(keys) }
            Output.table(
                ["algorithm", "state", "since", "id"], keys.map { [$0.algorithm, $0.state, $0.since, $0.id] })
        }
    }

    /// Puts a new key in the place of one that signs.
    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a new key, which signs from now on; the old one is retired and stays published.")

        @OptionGroup var options: OperatorOptions
        @Option(help: "Ed25519 for embedded proofs, P-256 for tokens; both unless one is named.")
        var algorithm: KeyAlgorithm?
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let made = try await OperatorContext.with(options) { context in
                let keys = CredentialKeys(context.database)
                let vault = try CredentialKeys.vault(context)
                var made: [CredentialKeys.Entry] = []
                for algorithm in algorithm.map({ [$0] }) ?? KeyAlgorithm.allCases {
                    made.append(try await keys.replace(algorithm, vault))
                }
                return made
            }
            if json { return try Output.json(made) }
            for key in made { print("\(key.algorithm): \(key.id) signs from now on.") }
        }
    }

    /// Condemns a key.
    struct Compromise: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Says that somebody else may have a key: it vouches for nothing, and credentials are signed again."
        )

        @OptionGroup var options: OperatorOptions
        @Argument(help: "The key's id, as the list shows it.") var id: String

        func run() async throws {
            let count = try await OperatorContext.with(options) { context in
                let keys = CredentialKeys(context.database)
                try await keys.condemn(id, try CredentialKeys.vault(context))
                return try await keys.askForSignatures()
            }
            print("\(id) vouches for nothing from now on; \(count) credentials are signed again.")
        }
    }
}

extension KeyAlgorithm: ExpressibleByArgument {}
