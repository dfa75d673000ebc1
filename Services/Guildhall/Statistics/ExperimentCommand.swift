import ArgumentParser

/// `guildhall experiment`: what experiments need and what they say.
struct ExperimentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "experiment",
        abstract: "Plan and analyse experiments.",
        subcommands: [ExperimentPlanCommand.self, ExperimentAnalyseCommand.self])
}
