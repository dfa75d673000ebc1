import ArgumentParser
import Foundation

/// Puts together what the other commands printed.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Makes results.json and tables of a folder of measurements, and prints the tables.",
        discussion: """
            Between the lines <!-- bench --> and <!-- /bench --> of the files named, old tables give way to new; those \
            of what replicas did stand between <!-- scale --> and <!-- /scale -->, those of growth between \
            <!-- growth --> and <!-- /growth -->, those of long work between <!-- endurance --> and <!-- /endurance -->.
            """)

    @Argument(help: "The folder with one file of JSON lines a measurement.") var folder: String
    @Option(help: "Where the JSON goes.") var json: String
    @Option(help: "A file that shows all tables.") var full: String?
    @Option(help: "A file that shows the short table.") var summary: String?
    @Option(help: "A file that shows what replicas did.") var scale: String?
    @Option(help: "A file that shows the tables of growth.") var growth: String?
    @Option(help: "A file that shows how memory went while the services worked for long.") var endurance: String?
    @Option(help: "Where the graph of growth goes.") var graph: String?

    func run() throws {
        let results = try Results(folder: URL(fileURLWithPath: folder, isDirectory: true))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(results).write(to: URL(fileURLWithPath: json), options: .atomic)
        if let full { try Self.replace(in: full, by: results.markdown) }
        if let summary { try Self.replace(in: summary, by: results.summary) }
        print(results.markdown)
        print("\n\(results.summary)")
        if let tables = results.scale.markdown {
            if let scale { try Self.replace(in: scale, by: "\(results.machineText)\n\n\(tables)", mark: "scale") }
            print("\n\(tables)")
        }
        if let tables = results.enduranceMarkdown {
            if let endurance { try Self.replace(in: endurance, by: tables, mark: "endurance") }
            print("\n\(tables)")
        }
        if results.growth.isEmpty { return }
        if let growth { try Self.replace(in: growth, by: results.growthMarkdown, mark: "growth") }
        if let graph { try results.growthGraph.write(toFile: graph, atomically: true, encoding: .utf8) }
        print("\n\(results.growthMarkdown)")
    }

    private static func replace(in file: String, by tables: String, mark: String = "bench") throws {
        let url = URL(fileURLWithPath: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        guard let start = text.range(of: "<!-- \(mark) -->\n"),
            let end = text.range(of: "<!-- /\(mark) -->", range: start.upperBound..<text.endIndex)
        else { throw BenchError("\(file) has no lines <!-- \(mark) --> and <!-- /\(mark) -->") }
        let changed = text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: tables + "\n")
        try changed.write(to: url, atomically: true, encoding: .utf8)
    }
}
