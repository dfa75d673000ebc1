import Foundation

/// Runs programs to their end, in bounded time.
struct Program: Sendable {
    /// What a run left.
    struct Result: Sendable {
        let command: String
        let status: Int32
        let output: String
        let errors: String

        /// The output, provided that the program ended well.
        @discardableResult
        func checked() throws -> String {
            guard status == 0 else { throw SuiteFailure("\(self)") }
            return output
        }

        /// The output as a JSON document.
        func json<Document: Decodable>(_ type: Document.Type = Document.self) throws -> Document {
            do {
                return try JSONDecoder().decode(type, from: Data(output.utf8))
            } catch {
                throw SuiteFailure("\(self)\nis not the JSON that was expected: \(error)")
            }
        }
    }

    let path: String
    /// Where what it prints is kept.
    let folder: URL

    /// Runs it.
    func run(
        _ arguments: [String], input: Data? = nil, within limit: Duration = .seconds(60)
    ) async throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let run = folder.appendingPathComponent("run-\(UUID().uuidString)")
        let output = try Program.file(run.appendingPathExtension("out"))
        let errors = try Program.file(run.appendingPathExtension("err"))
        process.standardOutput = output
        process.standardError = errors
        if let input {
            let file = run.appendingPathExtension("in")
            try input.write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        let command = ([path] + arguments).joined(separator: " ")
        let hasEnded = try await Program.ended(process, within: limit)
        let result = Result(
            command: command, status: process.terminationStatus,
            output: try String(contentsOf: run.appendingPathExtension("out"), encoding: .utf8),
            errors: try String(contentsOf: run.appendingPathExtension("err"), encoding: .utf8))
        guard hasEnded else { throw SuiteFailure("took longer than \(limit) and was killed: \(result)") }
        return result
    }

    /// Starts a process and waits for its end; kills it when that takes too long.
    private static func ended(_ process: Process, within limit: Duration) async throws -> Bool {
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        let watchdog = Task {
            try await Task.sleep(for: limit)
            kill(process.processIdentifier, SIGKILL)
        }
        for await _ in ends {}
        watchdog.cancel()
        // A test that is called off leaves no program behind.
        if process.isRunning {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            throw CancellationError()
        }
        return !(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGKILL)
    }

    /// An empty file, open for writing.
    static func file(_ url: URL) throws -> FileHandle {
        guard FileManager.default.createFile(atPath: url.path, contents: nil) else {
            throw SuiteFailure("cannot make \(url.path)")
        }
        return try FileHandle(forWritingTo: url)
    }
}

extension Program.Result: CustomStringConvertible {
    var description: String {
        """
        \(command)
        ended with status \(status)
        standard output: \(output.prefix(3000))
        standard error: \(errors.prefix(3000))
        """
    }
}
