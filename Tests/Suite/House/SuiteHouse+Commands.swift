import Foundation

extension SuiteHouse {
    /// Runs the operator's command.
    func guildhall(
        _ arguments: [String], settings: String = "guildhall", within limit: Duration = .seconds(120)
    ) async throws -> Program.Result {
        let config = folder.appendingPathComponent("config/\(settings).conf").path
        return try await Program(
            path: Layout.program("guildhall"), folder: folder.appendingPathComponent("runs")
        ).run(arguments + ["--config", config], within: limit)
    }

    /// Speaks to the broker's node.
    @discardableResult
    func rabbitmqctl(_ arguments: [String]) async throws -> String {
        try await Program(path: SuiteEnvironment.rabbitmqctl, folder: folder.appendingPathComponent("runs"))
            .run(["-q"] + arguments, within: .seconds(120)).checked()
    }

    /// Waits until nothing is left to do.
    func drain(within seconds: Int = 120) async throws {
        let began = ContinuousClock.now
        try await guildhall(["drain", "--timeout", "\(seconds)"], within: .seconds(seconds + 30)).checked()
        say("drained in \((ContinuousClock.now - began).text)")
    }
}
