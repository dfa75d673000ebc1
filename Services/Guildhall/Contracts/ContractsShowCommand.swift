import ArgumentParser
import Contracts

/// `guildhall contracts show`: one type of message with its fields.
struct ContractsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a type of message with its fields.",
        discussion: """
            With --json the JSON Schema of a whole event and a sample are part of the answer.

            EXAMPLES
              guildhall contracts show guildhall.engagement.recorded.v1
              guildhall contracts show consent.recorded --json | jq .schema
            """)

    @Argument(help: "The type, in full or without 'guildhall.' and '.v1'.")
    var type: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let contract = try Catalogue.find(type).get()
        if json {
            var document = JSONDocument.object(contract.facts)
            document["schema"] = contract.schema
            document["sample"] = JSONDocument(parsing: contract.sampleEvent)
            print(document.pretty, terminator: "")
            return
        }
        print("\(contract.type.name)\n\(contract.summary)\n\(direction(of: contract))\n")
        Output.table(
            ["FIELD", "VALUE", "REQUIRED", "SAYS"],
            contract.fields.map { [$0.path, $0.kind, $0.isRequired ? "yes" : "", $0.description] })
    }

    private func direction(of contract: Contract) -> String {
        switch contract.direction {
        case .inbound: "Published to guildhall.inbound, read by \(contract.owner.rawValue)."
        case .event: "Sent by \(contract.owner.rawValue) to guildhall.events."
        case .outboundOnly: "Sent by \(contract.owner.rawValue) to guildhall.events, for readers outside only."
        case .answer: "Sent by \(contract.owner.rawValue) to whoever asked, at a direct reply-to address."
        }
    }
}
