import ArgumentParser

/// `guildhall contracts`: what goes over the bus, and whether a file of events would be taken.
struct ContractsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contracts",
        abstract: "List, show and check the messages that go over the bus.",
        discussion: """
            No service is needed: the contracts are part of this program.

            EXAMPLES
              guildhall contracts list
              guildhall contracts show guildhall.engagement.recorded.v1
              guildhall contracts sample engagement.recorded | guildhall publish -
              guildhall contracts check events.jsonl
            """,
        subcommands: [
            ContractsListCommand.self, ContractsShowCommand.self, ContractsSampleCommand.self,
            ContractsCheckCommand.self, ContractsDocumentCommand.self,
        ])
}
