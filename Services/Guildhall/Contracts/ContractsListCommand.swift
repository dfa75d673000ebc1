import ArgumentParser
import Contracts

/// `guildhall contracts list`: every type of message.
struct ContractsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List every type of message.",
        discussion: """
            EXAMPLES
              guildhall contracts list
              guildhall contracts list --json | jq -r '.[] | select(.direction == "inbound") | .type'
            """)

    @Flag(help: "Print one JSON list.")
    var json = false

    func run() async throws {
        if json {
            print(JSONDocument.array(Catalogue.all.map { .object($0.facts) }).pretty, terminator: "")
        } else {
            Output.table(
                ["TYPE", "DIRECTION", "SERVICE", "SAYS"],
                Catalogue.all.map { [$0.type.name, $0.direction.rawValue, $0.owner.rawValue, $0.summary] })
        }
    }
}
