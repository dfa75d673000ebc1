import Foundation

/// A program that runs beside the test until it is told to stop; what it prints goes to files.
struct Background: Sendable {
    private let child: Child
    private let file: URL

    init(_ path: String, _ arguments: [String], name: String, folder: URL) throws {
        file = folder.appendingPathComponent("\(name)-\(UUID().uuidString)")
        child = try Child.start(
            path, arguments, input: nil, output: file.appendingPathExtension("out"),
            errors: file.appendingPathExtension("err"))
    }

    /// Its process id.
    var id: pid_t { child.id }

    /// Whether it has not ended yet.
    var isRunning: Bool { kill(child.id, 0) == 0 }

    /// What it has printed so far.
    func printed() throws -> String {
        try String(contentsOf: file.appendingPathExtension("out"), encoding: .utf8)
    }

    /// What it has complained of so far.
    func complaints() throws -> String {
        String(try String(contentsOf: file.appendingPathExtension("err"), encoding: .utf8).suffix(3000))
    }

    /// Asks it to stop, and kills it when it takes too long.
    ///
    /// - Returns: its exit status, or the signal that ended it as a negative number.
    func stop(_ number: Int32 = SIGTERM, within limit: Duration = .seconds(45)) async throws -> Int32 {
        child.signal(number)
        return try await child.ended(within: limit)
    }
}
