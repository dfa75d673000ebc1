import ArgumentParser
import Foundation

/// Puts together what the other commands printed.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Makes results.json and tables of a folder of measurements, and prints the tables.",
        discussion: """
            Between the lines <!-- bench --> and <!-- /bench --> of the files named, old tables give way to new.
            """)

    @Argument(help: "The folder with one file of JSON lines a measurement.") var folder: String
    @Option(help: "Where the JSON goes.") var json: String
    @Option(help: "A file that shows all tables.") var full: String?
    @Option(help: "A file that shows the short table.") var summary: String?

    func run() throws {
        let results = try Results(folder: URL(fileURLWithPath: folder, isDirectory: true))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(results).write(to: URL(fileURLWithPath: json), options: .atomic)
        if let full { try Self.replace(in: full, by: results.markdown) }
        if let summary { try Self.replace(in: summary, by: results.summary) }
        print(results.markdown)
        print("\n\(results.summary)")
    }

    private static func replace(in file: String, by tables: String) throws {
        let url = URL(fileURLWithPath: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        guard let start = text.range(of: "<!-- bench -->\n"),
            let end = text.range(of: "<!-- /bench -->", range: start.upperBound..<text.endIndex)
        else { throw BenchError("\(file) has no lines <!-- bench --> and <!-- /bench -->") }
        let changed = text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: tables + "\n")
        try changed.write(to: url, atomically: true, encoding: .utf8)
    }
}
