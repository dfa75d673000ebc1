import ArgumentParser
import Contracts

/// Says what a stage needs before it can be measured.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Prints a stage's service, whether it is on the main path, and the programme to publish, if any.",
        discussion: "As words: the service, main or side, and then the programme's kind and name.")

    @Argument var stage: BenchStage

    func run() {
        print(
            [stage.service.rawValue, stage.isMainPath ? "main" : "side", stage.programme?.name].compactMap { $0 }
                .joined(separator: " "))
    }
}
