import ArgumentParser
import Database

/// Runs the reference loop, or several of them in a chain, on queues and tables that were made for it.
struct ReferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Runs reference loops that read each other's queues, until the last has done its messages.",
        discussion: """
            One loop reads perf.in and writes perf.out. Of several, each reads perf.hopN and writes the next one, in a \
            schema hopN of its own; the first queue is full.
            """)

    @OptionGroup var options: BenchOptions
    @Option(help: "How many messages wait.") var messages = 60_000
    @Option(help: "How many loops.") var hops = 1
    @Argument(help: "The loop's program.") var program: String

    func run() async throws {
        let house = options.house
        let database = try house.database()
        let before = try await Usage(of: [], house, database)
        let loops = try (0..<hops).reversed().map { hop in
            try LoopProcess(
                program, arguments: ["\(messages)", "500", "1", "mem"],
                environment: hops == 1 ? [:] : Self.environment(hop))
        }
        var rounds: [(ReferenceRound, end: ContinuousClock.Instant)] = []
        for loop in loops { rounds.append(try await loop.result()) }
        guard let last = rounds.first, let first = rounds.last else { throw BenchError("there are no loops") }
        guard rounds.allSatisfy({ $0.0.n == messages }) else { throw BenchError("a loop did not do its messages") }
        var result = first.0
        // From the first message that the first one took, which it tells by how long it worked.
        result.secs = (last.end - first.end).inSeconds + first.0.secs
        result.cpu = rounds.reduce(0) { $0 + $1.0.cpu }
        result.usage = try await Usage(of: [], house, database) - before
        try Print.line(result)
        await database.close()
    }

    private static func environment(_ hop: Int) -> [String: String] {
        [
            "PERF_IN": "perf.hop\(hop)", "PERF_OUT": "perf.hop\(hop + 1)", "PGOPTIONS": "-c search_path=hop\(hop)",
        ]
    }
}
