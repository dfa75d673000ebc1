import ArgumentParser
import Statistics

/// `guildhall statistics`: the statistical methods, for anybody who wants to check them.
struct StatisticsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statistics",
        abstract: "Compute a statistical method from JSON to JSON.",
        discussion: """
            Figures that make no sense are an error that names the field; figures that are too few give null.

            EXAMPLES
              guildhall statistics list
              guildhall statistics welch_t --input samples.json --json
              echo '{"x": 9, "n": 10}' | guildhall statistics wilson_interval --input - --json
            """,
        subcommands: [StatisticsMethodCommand.self, StatisticsListCommand.self],
        defaultSubcommand: StatisticsMethodCommand.self)
}
