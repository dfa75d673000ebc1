import ArgumentParser

/// Looks at inputs that were refused.
struct RefusedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refused",
        abstract: "Lists and shows inbound messages that were refused, with the reason.",
        subcommands: [List.self, Show.self])

    /// Lists refused messages, the newest first.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists refused messages, the newest first.",
            discussion: """
                Example:
                  guildhall refused list --code missing-field --limit 20
                """)

        @OptionGroup var options: OperatorOptions
        @Option(help: "Only this reason.") var code: String?
        @Option(help: "At most so many.") var limit = 50
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let found = try await OperatorContext.with(options) {
                try await RefusedMessage.list(code: code, limit: limit, in: $0.database)
            }
            if json { return try Output.json(found) }
            Output.table(
                ["at", "service", "source", "id", "code", "what is wrong"],
                found.map { [$0.at, $0.service, $0.source, $0.id, $0.code, $0.message] })
        }
    }

    /// Shows one refused message with its body.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows one refused message with what was kept of its body.",
            discussion: """
                Example:
                  guildhall refused show oulad:1752:11391
                """)

        /// A message with its body.
        struct Document: Encodable {
            var refused: RefusedMessage
            var body: String
        }

        @OptionGroup var options: OperatorOptions
        @Argument(help: "The message's CloudEvents id.") var id: String
        @Option(help: "Its source, where several publishers use the id.") var source: String?
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let found = try await OperatorContext.with(options) { context in
                let kept = KeptBody(context: context)
                var documents: [Document] = []
                for (message, sealed) in try await RefusedMessage.find(id: id, source: source, in: context.database) {
                    let body = try await kept.text(sealed, service: message.service, scope: message.source)
                    documents.append(Document(refused: message, body: body))
                }
                return documents
            }
            if found.isEmpty { throw ValidationError("No refused message has the id \(id).") }
            if json { return try Output.json(found) }
            for document in found {
                let refused = document.refused
                print(
                    """
                    \(refused.id) from \(refused.source) (broker user \(refused.brokerUser ?? "none")), \(refused.at)
                    type    \(refused.type ?? "unknown")
                    reason  \(refused.code): \(refused.message)
                    size    \(refused.size) bytes, SHA-256 \(refused.sha256)
                    body    \(document.body)
                    """)
            }
        }
    }
}
