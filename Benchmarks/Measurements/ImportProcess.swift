import Foundation

/// `guildhall import` as a process of its own.
struct ImportProcess {
    /// What the import prints at its end.
    struct Summary: Decodable {
        var sent: Int
        var messages: Int
        var seconds: Double
    }

    let summary: Summary
    /// When it ended.
    let end: ContinuousClock.Instant
    /// Processor seconds that it used.
    let cpuSeconds: Double

    /// Runs the import to its end.
    init(_ house: BenchHouse, mapping: String, folder: String) async throws {
        let process = Process()
        process.executableURL = house.home.appendingPathComponent("bin/guildhall")
        process.arguments = [
            "import", "--config", house.home.appendingPathComponent("config/guildhall.conf").path, "--mapping", mapping,
            folder, "--no-resume", "--json",
        ]
        let output = Pipe()
        process.standardOutput = output
        let before = ImportProcess.childrenCPUSeconds()
        let ended = AsyncStream<ContinuousClock.Instant> { stream in
            process.terminationHandler = { _ in
                stream.yield(ContinuousClock.now)
                stream.finish()
            }
        }
        try process.run()
        guard let end = await ended.first(where: { _ in true }) else { throw CancellationError() }
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        guard process.terminationStatus == 0 else {
            throw BenchError("guildhall import ended with \(process.terminationStatus)")
        }
        summary = try JSONDecoder().decode(Summary.self, from: text)
        self.end = end
        cpuSeconds = ImportProcess.childrenCPUSeconds() - before
    }

    private static func childrenCPUSeconds() -> Double {
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        let micro = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(micro) / 1e6
    }
}
