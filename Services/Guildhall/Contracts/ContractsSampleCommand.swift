import ArgumentParser
import Contracts

/// `guildhall contracts sample`: an event to begin with.
struct ContractsSampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Print a sample event of a type.",
        discussion: """
            The event is a CloudEvent in structured mode, and can be published as it is by a user for whom its source \
            is registered.

            EXAMPLES
              guildhall contracts sample guildhall.engagement.recorded.v1
              guildhall contracts sample time.reported --line >> events.jsonl
            """)

    @Argument(help: "The type, in full or without 'guildhall.' and '.v1'.")
    var type: String

    @Flag(help: "Print it on one line.")
    var line = false

    @Flag(help: "Accepted as everywhere: a sample is always JSON.")
    var json = false

    func run() async throws {
        let event = try Catalogue.find(type).get().sampleEvent
        let document = JSONDocument(parsing: event) ?? .null
        if line { print(document.compact) } else { print(document.pretty, terminator: "") }
    }
}
