import ArgumentParser
import Contracts
import Messaging

/// Keeps the five services at work for long, and notes the memory of each.
struct EnduranceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "endurance",
        abstract: "Sends what people do up to their credential at an even pace, and notes memory every minute.",
        discussion: "Prints one line of JSON a minute. Fails when a credential does not come back.")

    @OptionGroup var options: BenchOptions
    @Option(help: "File with what `guildhall integrator add --json` printed.") var integrator: String
    @Option(help: "People a second, each of whom is five messages.") var people = 40
    @Option(help: "Seconds to keep it up.") var seconds = 3600

    func run() async throws {
        let integrator = try Integrator(file: integrator)
        let crowd = EnduranceCrowd(records: integrator.records(people: people * seconds))
        let links = try await integrator.open()
        let house = options.house
        let start = ContinuousClock.now
        func look() throws {
            var memory: [String: ProcessMemory] = [:]
            for service in ServiceName.allCases {
                memory[service.rawValue] = try ProcessMemory(of: try house.process(of: service))
            }
            try Print.line(
                EnduranceMinute(
                    seconds: (ContinuousClock.now - start).inSeconds, sent: crowd.sent, credentials: crowd.credentials,
                    memory: memory))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await crowd.collect(links.source) }
            group.addTask { try await crowd.send(people, links.publisher) }
            group.addTask {
                while true {
                    try await ContinuousClock().sleep(for: .seconds(60))
                    try look()
                }
            }
            // All are sent, and all have come back; whoever fails ends the others.
            for _ in 1...2 { try await group.next() }
            group.cancelAll()
            while let ended = await group.nextResult() {
                if case .failure(let error) = ended, !(error is CancellationError) { throw error }
            }
        }
        try look()
        await links.publisher.close()
        await links.source.close()
    }
}
