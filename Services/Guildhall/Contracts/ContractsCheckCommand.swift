import ArgumentParser
import Contracts
import Foundation

/// `guildhall contracts check`: whether the events of a file would be taken, without sending them.
struct ContractsCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the events of a file against their contracts.",
        discussion: """
            The file holds one CloudEvent, a JSON list of them, or one a line. For each, one JSON line is printed:
              {"index":0,"id":"…","ok":false,"errors":["data.rate.currency must be …"]}
            The exit status is 1 if one is not ok. With --envelope only the CloudEvents attributes are judged, for \
            any type and any data.

            EXAMPLES
              guildhall contracts check events.jsonl
              curl -s https://hr.example/events | guildhall contracts check --envelope -
            """)

    @Flag(help: "Judge the CloudEvents envelope alone.")
    var envelope = false

    @Flag(help: "Accepted as everywhere: the answer is always JSON.")
    var json = false

    @Argument(
        help: "The file; '-' is standard input.",
        completion: .file(extensions: ["json", "jsonl", "ndjson"]))
    var file: String

    func run() async throws {
        let bytes = try read()
        var isGood = true
        for (number, range) in EventText.split(bytes).enumerated() {
            let verdict = EventVerdict(bytes, range, envelopeOnly: envelope)
            isGood = isGood && verdict.errors.isEmpty
            print(verdict.line(number))
        }
        if !isGood { throw ExitCode.failure }
    }

    private func read() throws -> [UInt8] {
        if file == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        } catch {
            throw UnreadableFile(path: file, reason: error.localizedDescription)
        }
    }
}
