import ArgumentParser
import Contracts
import Database
import Foundation

/// Puts together what a stage and the database say of the same work.
struct GrowthRoundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth-round",
        abstract: "Prints a stage's figures with what the database counted meanwhile.",
        discussion: """
            Fails when rows are missing, when a table was read from end to end, or when other people than wanted were new: then the history is \
            not what it is taken for.
            """)

    @OptionGroup var options: BenchOptions
    @Argument var stage: BenchStage
    @Option(help: "Rows a table that were filled in.") var rows: Int
    @Option(help: "How many messages waited.") var messages = 60_000
    @Option(help: "Rows that a table held before the round.") var held: Int
    @Option(help: "The file with the reading before.") var before: String
    @Option(help: "The file with the stage's figures.") var figures: String
    @Option(help: "The file with the reference loop's, the last line being this round's.") var reference: String?
    @Option(help: "About how many people the messages were.") var people: Int

    /// Where a table is smaller, reading it from end to end may well be the best that one can do.
    private static let small = 10_000.0

    func run() async throws {
        let database = try options.house.database()
        let after = try await GrowthReading(of: stage.service, database)
        let before = try read(GrowthReading.self, self.before)
        let result = try read(StageResult.self, figures)
        try check(before, after)
        // After the reading, since to count so many rows is work of its own.
        try await StageCheck(stage: stage, messages: messages).checkRows(database, held: held)
        await database.close()
        func all(_ count: KeyPath<TableCount, Int64>, _ reading: GrowthReading) -> Int64 {
            reading.tables.values.map { $0[keyPath: count] }.reduce(0, +)
        }
        try Print.line(
            GrowthRound(
                stage: stage.rawValue, rows: rows, result: result,
                reference: try reference.map { try read(ReferenceRound.self, $0) },
                blocksRead: after.blocksRead - before.blocksRead, blocksHit: after.blocksHit - before.blocksHit,
                fullPages: after.fullPages - before.fullPages, dead: all(\.dead, after),
                autovacuums: all(\.autovacuums, after) - all(\.autovacuums, before),
                tableBytes: all(\.tableBytes, after), indexBytes: all(\.indexBytes, after),
                sharedBuffers: after.sharedBuffers))
    }

    private func check(_ before: GrowthReading, _ after: GrowthReading) throws {
        for (name, count) in after.tables.sorted(by: { $0.key < $1.key }) {
            guard let earlier = before.tables[name], earlier.estimate > Self.small else { continue }
            let scans = count.scans - earlier.scans
            guard scans == 0 else {
                throw BenchError("\(name) with \(Int(earlier.estimate)) rows was read from end to end \(scans) times")
            }
        }
        let contractors = "\(stage.service.rawValue)_contractor"
        guard let met = after.tables[contractors]?.inserted, let known = before.tables[contractors]?.inserted else {
            throw BenchError("there is no table \(contractors)")
        }
        let new = people - GrowthPeopleCommand.known(of: people)
        guard met - known == new else { throw BenchError("\(met - known) people were new, \(new) expected") }
    }

    private func read<Value: Decodable>(_ type: Value.Type, _ file: String) throws -> Value {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        guard let line = text.split(separator: "\n").last else { throw BenchError("\(file) is empty") }
        return try JSONDecoder().decode(type, from: Data(line.utf8))
    }
}
