import ArgumentParser
import ServiceRuntime

/// Measures a suite that runs on this machine; `deploy/local/bench` says what is measured when.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guildhall-bench",
        abstract: "Measures a local suite, one measurement a command; each prints one line of JSON.",
        discussion: """
            `make bench` sets everything up, runs these in turn and stops what it started. The figures are no test: \
            nothing fails because it is slow.
            """,
        subcommands: [
            MachineCommand.self, SuiteCommand.self, LatencyCommand.self, ChainCommand.self, ProgrammeCommand.self,
            ReadyCommand.self, PlanCommand.self, PrepareCommand.self, PreloadCommand.self, StageCommand.self,
            PaceCommand.self, LoopPaceCommand.self, HopsCommand.self, ReferenceCommand.self, JSONCommand.self,
            ScaleDrainCommand.self, ScaleHandoverCommand.self, GrowthPeopleCommand.self, GrowthReadingCommand.self,
            GrowthRoundCommand.self, GrowthRemovalCommand.self, EnduranceCommand.self, ReportCommand.self,
        ])

    static func main() async {
        await main(nil)
        endProcess(0)
    }
}
