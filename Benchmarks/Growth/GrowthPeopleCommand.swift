import ArgumentParser
import Contracts

/// Names the people whom a history knows already.
struct GrowthPeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth-people",
        abstract: "Prints half of the people whom `preload` writes of: what their source calls them, and their ids.")

    @Argument var stage: BenchStage
    @Option(help: "About how many people `preload` writes.") var people = 20_000
    @Option(help: "What their ids begin with there.") var prefix = ""

    func run() {
        let all = stage.people(of: people, atMost: people, prefix: prefix)
        for (worker, contractor) in zip(all.workers, all.contractors).prefix(GrowthPeopleCommand.known(of: people)) {
            print("\(worker),\(contractor)")
        }
    }

    /// How many of so many people a history knows.
    static func known(of people: Int) -> Int { people / 2 }
}
