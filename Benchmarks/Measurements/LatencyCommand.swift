import ArgumentParser
import Contracts
import Messaging

/// Times single engagement records up to the event that onboarding publishes.
struct LatencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "latency",
        abstract: "Sends engagement records at an even pace and times each until its engagement.accepted is received.")

    @Option(help: "File with what `guildhall integrator add --json` printed.") var integrator: String
    @Option(help: "Messages a second.") var rate = 200
    @Option(help: "Seconds that are counted; one more before them is not.") var seconds = 20

    func run() async throws {
        let integrator = try Integrator(file: integrator)
        let records = integrator.records(people: 20_000)
        let links = try await integrator.open()
        let pace = Pace(
            publisher: links.publisher, source: links.source, rate: Double(rate), warmUp: rate,
            numbers: Pace.events { $0.causation.flatMap { records.number(of: $0, kind: "engagement") } })
        let result = try await pace.run((0..<rate * (seconds + 1)).map(records.engagement))
        await links.publisher.close()
        await links.source.close()
        try Print.line(result)
    }
}
