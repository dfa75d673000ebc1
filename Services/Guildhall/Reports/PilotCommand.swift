import ArgumentParser
import Contracts

/// Prints a pilot on one screen.
struct PilotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pilot",
        abstract: "Prints a programme's funnel and figures, by credential and by variant, on one screen.",
        discussion: """
            Example:
              guildhall report pilot --programme retail --as-of 2025-12-31
            """)

    @OptionGroup var options: OperatorOptions
    @Option(help: "The programme.") var programme: String
    @Option(help: "The day that it is computed for, YYYY-MM-DD; today when left out.") var asOf: String?
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let day = asOf.map { "&as-of=\(KPICommand.escaped($0))" } ?? ""
        let path = "/pilot?programme=\(KPICommand.escaped(programme))\(day)"
        if json {
            try Output.json(try await OperatorContext.with(options) { try await Metrics($0).get(AnyJSON.self, path) })
        } else {
            try await OperatorContext.with(options) { try await Metrics($0).get(PilotDocument.self, path) }.show()
        }
    }
}
