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
        _ arguments: [String], within limit: Duration = .seconds(60)
    ) async throws -> Result {
        let run = folder.appendingPathComponent("run-\(UUID().uuidString)")
        let (output, errors) = (run.appendingPathExtension("out"), run.appendingPathExtension("err"))
        let command = ([path] + arguments).joined(separator: " ")
        let child = try Child.start(path, arguments, input: nil, output: output, errors: errors)
        let result = Result(
            command: command, status: try await child.ended(within: limit),
            output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
        guard result.status != -SIGKILL else { throw SuiteFailure("killed, at the latest after \(limit): \(result)") }
        return result
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
