import Foundation

/// A reference loop as a process.
struct LoopProcess {
    private let output = Pipe()
    private let ended: AsyncStream<(status: Int32, end: ContinuousClock.Instant)>

    /// Starts one, with more in its environment than this process has.
    init(_ program: String, arguments: [String], environment: [String: String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardOutput = output
        ended = AsyncStream { stream in
            process.terminationHandler = { process in
                stream.yield((process.terminationStatus, ContinuousClock.now))
                stream.finish()
            }
        }
        try process.run()
    }

    /// Waits for its end; what it printed, and when it ended.
    func result() async throws -> (ReferenceRound, end: ContinuousClock.Instant) {
        guard let (status, end) = await ended.first(where: { _ in true }) else { throw CancellationError() }
        guard status == 0 else { throw BenchError("a reference loop ended with \(status)") }
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        return (try JSONDecoder().decode(ReferenceRound.self, from: text), end)
    }
}
