import ArgumentParser
import Contracts

/// Deals with messages that failed for good.
struct DeadLettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead-letters",
        abstract: "Lists, shows, replays and discards messages that failed and wait for a person.",
        discussion: """
            A replayed message passes the same door as any other, so it is applied once and only once.

            Examples:
              guildhall dead-letters list
              guildhall dead-letters replay 0192f0a4-7c00-7000-8000-000000000001
            """,
        subcommands: [List.self, Show.self, Replay.self, Discard.self])

    /// Lists them.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists parked messages, the oldest first.")

        @OptionGroup var options: OperatorOptions
        @Flag(help: "Also those that wait for their next attempt.") var waiting = false
        @Option(help: "At most so many a service.") var limit = 50
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let found = try await OperatorContext.with(options) {
                try await DeadLetter.list(waitingToo: waiting, limit: limit, in: $0.database)
            }
            if json { return try Output.json(found) }
            Output.table(
                ["service", "id", "type", "attempts", "since", "reason"],
                found.map {
                    [
                        $0.service, $0.id, $0.type, "\($0.attempts)", $0.firstFailedAt,
                        $0.reason ?? "next attempt \($0.nextAt ?? "")",
                    ]
                })
        }
    }

    /// Shows one.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows one message with its body and all errors.")

        /// A message with its body.
        struct Document: Encodable {
            var deadLetter: DeadLetter
            var body: String
        }

        @OptionGroup var options: OperatorOptions
        @Argument(help: "The id that the list shows.", transform: DeadLettersCommand.identifier) var id: Identifier
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let document = try await OperatorContext.with(options) { context -> Document in
                guard let (letter, body) = try await DeadLetter.find(id, in: context.database) else {
                    throw ValidationError("No message has the id \(id).")
                }
                let text = try await KeptBody(context: context).text(
                    body.sealed, service: letter.service, scope: body.scope)
                return Document(deadLetter: letter, body: text)
            }
            if json { return try Output.json(document) }
            let letter = document.deadLetter
            print("\(letter.id) (\(letter.type), message \(letter.messageID) of \(letter.source))")
            print("\(letter.attempts) attempts since \(letter.firstFailedAt)")
            for error in letter.errors { print("  \(error)") }
            print(document.body)
        }
    }

    /// Lets one in again.
    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lets a parked message in again, at once.")

        @OptionGroup var options: OperatorOptions
        @Argument(help: "The id that the list shows.", transform: DeadLettersCommand.identifier) var id: Identifier
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let count = try await OperatorContext.with(options) { try await DeadLetter.replay(id, in: $0.database) }
            try DeadLettersCommand.report(count, id, "is tried again", json: json)
        }
    }

    /// Removes one.
    struct Discard: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Removes a parked message for good.")

        @OptionGroup var options: OperatorOptions
        @Argument(help: "The id that the list shows.", transform: DeadLettersCommand.identifier) var id: Identifier
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let count = try await OperatorContext.with(options) { try await DeadLetter.discard(id, in: $0.database) }
            try DeadLettersCommand.report(count, id, "is discarded", json: json)
        }
    }

    @Sendable static func identifier(_ text: String) throws -> Identifier {
        guard let id = Identifier(text) else { throw ValidationError("\(text) is no id; ids have 36 characters.") }
        return id
    }

    private static func report(_ count: Int, _ id: Identifier, _ what: String, json: Bool) throws {
        if json { try Output.json(["affected": count]) }
        if count == 0 { throw ValidationError("No parked message has the id \(id).") }
        if !json { print("The message \(id) \(what).") }
    }
}
