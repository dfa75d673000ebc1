import ArgumentParser
import Contracts
import Messaging

/// Times results up to the credential that they earn, through three services.
struct ChainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chain",
        abstract: "Sends results that each earn a credential, and times each until its credential.issued is received.")

    @OptionGroup var options: BenchOptions
    @Option(help: "File with what `guildhall integrator add --json` printed.") var integrator: String
    @Option(help: "Messages a second.") var rate = 50
    @Option(help: "Seconds that are counted; one more before them is not.") var seconds = 20

    func run() async throws {
        let integrator = try Integrator(file: integrator)
        let count = rate * (seconds + 1)
        let records = integrator.records(people: count)
        let links = try await integrator.open()
        try await prepare(count, records, links.publisher)
        let pace = Pace(
            publisher: links.publisher, source: links.source, rate: Double(rate), warmUp: rate,
            numbers: Pace.events { envelope in
                guard envelope.type == .credentialIssued else { return nil }
                return envelope.correlation.flatMap { records.number(of: $0, kind: BenchProgramme.last) }
            })
        let result = try await pace.run((0..<count).map { records.result($0, of: BenchProgramme.last) })
        await links.publisher.close()
        await links.source.close()
        try Print.line(result)
    }

    /// Everybody is engaged, takes part, and has all results but the last.
    private func prepare(_ count: Int, _ records: BenchRecords, _ publisher: any MessagePublisher) async throws {
        let steps: [(Int) -> OutgoingMessage] =
            [records.engagement, records.optIn]
            + BenchProgramme.early.map { assessment in { records.result($0, of: assessment) } }
        for step in steps {
            let outcomes = try await publisher.publish((0..<count).map(step))
            guard outcomes.allSatisfy(\.isConfirmed) else { throw BenchError("a message was not taken") }
        }
        let broker = try options.house.broker(as: "guildhall")
        let watch = IdleWatch(client: try StatusClient(options.house), broker: broker)
        _ = try await watch.wait(atMost: .seconds(300))
        await broker.close()
    }
}
