import ArgumentParser

/// `guildhall experiment`: what experiments say.
struct ExperimentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "experiment",
        abstract: "Analyse experiments.",
        subcommands: [ExperimentAnalyseCommand.self])
}
