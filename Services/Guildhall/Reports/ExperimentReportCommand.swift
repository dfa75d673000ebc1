import ArgumentParser
import Contracts

/// Prints what may be concluded from an experiment.
struct ExperimentReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "experiment",
        abstract: "Prints what may be concluded from an experiment, and the numbers that it rests on.",
        discussion: """
            Words first: the verdict with its reasons and the decision; then every figure with its interval, its
            p-values and what its numbers can find.

            Example:
              guildhall report experiment retail-seasonal subject-line --as-of 2025-12-31
            """)

    @OptionGroup var options: OperatorOptions
    @Argument(help: "The programme.") var programme: String
    @Argument(help: "The experiment's id in the programme.") var experiment: String
    @Option(help: "The day that it is computed for, YYYY-MM-DD; today when left out.") var asOf: String?
    @Option(help: "exposure or assignment: what puts a worker into a variant.") var by: String?
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let query = [("as-of", asOf), ("by", by)].compactMap { name, value in
            value.map { "\(name)=\(KPICommand.escaped($0))" }
        }
        let path =
            "/experiments/\(KPICommand.escaped(programme))/\(KPICommand.escaped(experiment))"
            + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        if json {
            try Output.json(try await OperatorContext.with(options) { try await Metrics($0).get(AnyJSON.self, path) })
        } else {
            try await OperatorContext.with(options) { try await Metrics($0).get(ExperimentDocument.self, path) }.show()
        }
    }
}
