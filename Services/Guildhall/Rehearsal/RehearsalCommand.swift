import ArgumentParser
import Contracts
import Foundation
import Programmes

/// Plays a season of a programme with synthetic people, on a virtual clock and through the bus.
struct RehearsalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Plays a year of a programme with synthetic people, on a virtual clock and through the bus.",
        discussion: """
            A synthetic retailer invites seasonal workers, who learn, are assessed, work, are paid and come back. Every
            message goes through the bus and every decision is the services' own; the same seed gives the same figures
            on every machine. The suite has to run on a virtual clock, as the one of 'make demo' does.

            Examples:
              guildhall rehearse --seed 7
              guildhall rehearse --workers 100 --twice-shuffled 3 --json
            """)

    @OptionGroup var options: OperatorOptions
    @Option(help: "The programme, by its id.") var programme = "retail-seasonal"
    @Option(help: "How many synthetic workers there are.") var workers = 400
    @Option(help: "What everything is drawn from.") var seed: UInt64 = 2024
    @Option(
        help: ArgumentHelp(
            "Deliver every message twice, shuffled within each moment of the clock by this seed.", valueName: "seed"))
    var twiceShuffled: UInt64?
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        guard (1...10_000).contains(workers) else { throw ValidationError("--workers is a number from 1 to 10000.") }
    }

    func run() async throws {
        do {
            let (summary, page) = try await OperatorContext.with(options) { try await play($0) }
            if json { return try Output.json(summary) }
            summary.show()
            if let page { print("\nThe experiment's page: \(page)") }
        } catch let error as RehearsalError {
            FileHandle.standardError.write(Data((error.description + "\n").utf8))
            throw ExitCode.failure
        }
    }

    private func play(_ context: OperatorContext) async throws -> (summary: SeasonSummary, page: String?) {
        guard let published = try await ProgrammeStore(database: context.database).newest(programme) else {
            throw RehearsalError(
                "No programme \(programme) is published; publish it with 'guildhall programme publish'.")
        }
        let season = try Season(published, workers: workers, seed: seed)
        var run = RehearsalRun(
            context: context, season: season,
            delivery: twiceShuffled.map { .twiceShuffled(seed: $0) } ?? .inOrder, display: ProgressDisplay())
        let messages = try await run.play()
        let address = try await Metrics(context).address
        return (
            try await SeasonSummary.make(run, messages: messages, context), run.manager.map { address + $0.path }
        )
    }
}
