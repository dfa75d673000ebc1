import Foundation

/// A program that runs beside the test until it is told to stop; what it prints goes to files.
final class Background: Sendable {
    let id: pid_t
    private let process: Process
    private let file: URL
    private let ends: AsyncStream<Void>

    init(_ path: String, _ arguments: [String], name: String, folder: URL) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        file = folder.appendingPathComponent("\(name)-\(UUID().uuidString)")
        process.standardOutput = try Program.file(file.appendingPathExtension("out"))
        process.standardError = try Program.file(file.appendingPathExtension("err"))
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in end.finish() }
        self.process = process
        self.ends = ends
        try process.run()
        id = process.processIdentifier
    }

    /// Whether it still runs.
    var isRunning: Bool { process.isRunning }

    /// What it has printed so far.
    func printed() throws -> String {
        try String(contentsOf: file.appendingPathExtension("out"), encoding: .utf8)
    }

    /// What it has complained of so far.
    func complaints() throws -> String {
        String(try String(contentsOf: file.appendingPathExtension("err"), encoding: .utf8).suffix(3000))
    }

    /// Sends a signal, if there is still somebody to receive it.
    func signal(_ number: Int32) {
        if process.isRunning { kill(id, number) }
    }

    /// Asks it to stop and hands back its exit status, or the signal that ended it as a negative number; kills it when it
    /// takes too long.
    func stop(_ number: Int32 = SIGTERM, within limit: Duration = .seconds(45)) async throws -> Int32 {
        signal(number)
        let watchdog = Task {
            try await Task.sleep(for: limit)
            self.signal(SIGKILL)
        }
        for await _ in ends {}
        watchdog.cancel()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
}
