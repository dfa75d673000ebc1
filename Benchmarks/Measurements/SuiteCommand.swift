import ArgumentParser
import Contracts
import Database
import Messaging

/// Replays files through all five services.
struct SuiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suite", abstract: "Replays files and measures until all five services have nothing left to do.")

    @OptionGroup var options: BenchOptions
    @Option(help: "What the records are, in words.") var label: String
    @Option(help: "The mapping's YAML file.") var mapping: String
    @Option(help: "Seconds that the work may take.") var timeout = 1800
    @Argument(help: "The folder with the CSV files.") var folder: String

    /// Sessions tell the server what they counted when they work, at the latest after ten seconds without work.
    private static let quiet = 12

    func run() async throws {
        let house = options.house
        let (database, broker) = (try house.database(), try house.broker(as: "guildhall"))
        let watch = IdleWatch(client: try StatusClient(house), broker: broker)
        _ = try await watch.wait(atMost: .seconds(60))
        let rest = try await atRest(house, database)
        let before = try await Usage(of: ServiceName.allCases, house, database)

        let imported = try await ImportProcess(house, mapping: mapping, folder: folder)
        let drained = try await watch.wait(atMost: .seconds(timeout))
        let load = try Machine.load().first ?? 0
        var usage = try await Usage(of: ServiceName.allCases, house, database) - before

        try await ContinuousClock().sleep(for: .seconds(Self.quiet))
        let later = try await Usage(of: ServiceName.allCases, house, database) - before
        usage.commits = later.commits - Int64(rest.commits * Double(Self.quiet))
        var memory: [String: ProcessMemory] = [:]
        for service in ServiceName.allCases {
            memory[service.rawValue] = try ProcessMemory(of: try house.process(of: service))
        }
        let importTime = Duration.seconds(imported.summary.seconds)
        try Print.line(
            SuiteResult(
                data: label, records: imported.summary.sent, messages: imported.summary.messages,
                seconds: (drained - (imported.end - importTime)).inSeconds,
                importSeconds: imported.summary.seconds, usage: usage, importCPUSeconds: imported.cpuSeconds,
                atRestASecond: rest, memory: memory, load: load))
        await broker.close()
        await database.close()
    }

    /// What the suite uses without work, from two looks that lie apart.
    private func atRest(_ house: BenchHouse, _ database: Database) async throws -> SuiteResult.AtRest {
        // What starting cost is counted before the first look.
        try await ContinuousClock().sleep(for: .seconds(Self.quiet))
        let first = try await Usage(of: ServiceName.allCases, house, database)
        try await ContinuousClock().sleep(for: .seconds(Self.quiet))
        let used = try await Usage(of: ServiceName.allCases, house, database) - first
        let seconds = Double(Self.quiet)
        return SuiteResult.AtRest(
            cpuSeconds: used.cpuSeconds.values.reduce(0, +) / seconds, commits: Double(used.commits) / seconds,
            statements: used.statements.map { Double($0) / seconds }, walBytes: Double(used.walBytes) / seconds)
    }
}

extension Duration {
    /// The duration in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
