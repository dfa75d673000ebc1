import ArgumentParser
import Foundation
import Statistics

/// `guildhall statistics METHOD`: one method, one question or many.
struct StatisticsMethodCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "method",
        abstract: "Compute a method: guildhall statistics METHOD.",
        discussion: """
            The input is one JSON object, or one a line; then one answer a line is printed, and a question that cannot \
            be answered gives {"error":{"field":…,"message":…}}. The exit status is 1 if there was one.

            EXAMPLES
              guildhall statistics fisher_exact --input table.json --json
              generate-cases | guildhall statistics mann_whitney --input - --json > answers.jsonl
            """)

    @Argument(
        help: "The method; 'guildhall statistics list' names them.",
        completion: .list(MethodCatalogue.all.map(\.description.name)))
    var method: String

    @Option(
        help: "The file with the input; '-' is standard input.",
        completion: .file(extensions: ["json", "jsonl", "ndjson"]))
    var input: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        guard let method = MethodCatalogue.find(method) else {
            let names = MethodCatalogue.all.map(\.description.name).joined(separator: ", ")
            throw ValidationError("There is no method '\(method)'. There are: \(names).")
        }
        let questions = StatisticsQuestions(try read())
        var isGood = true
        for question in questions.all {
            do {
                let answer = try method.answer(question)
                if questions.areLines {
                    try Output.jsonLine(answer)
                } else if json {
                    try Output.json(answer)
                } else {
                    try StatisticsAnswer(answer).show(method.description)
                }
            } catch let error as StatisticsError {
                isGood = false
                try report(error, areLines: questions.areLines)
            }
        }
        if !isGood { throw ExitCode.failure }
    }

    private func read() throws -> Data {
        if input == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
        let url = URL(fileURLWithPath: input)
        do {
            return try Data(contentsOf: url)
        } catch {
            throw ImportError(
                file: url.lastPathComponent, "The file cannot be read.",
                remedy: "Check that \(url.path) is a file and may be read, or give '-' for standard input.")
        }
    }

    private func report(_ error: StatisticsError, areLines: Bool) throws {
        let refusal = StatisticsRefusal(error)
        if areLines {
            try Output.jsonLine(refusal)
        } else {
            if json { try Output.json(refusal) }
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
        }
    }
}
