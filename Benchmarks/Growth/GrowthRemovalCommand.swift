import ArgumentParser
import Contracts
import Database
import Messaging

/// Removes the oldest rows of an inbox as the services do, so many a statement.
struct GrowthRemovalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth-removal",
        abstract: "Removes a million of the oldest ids of an inbox, or half, as its service does, and times it.",
        discussion: "Fails when the database would not find them by the index of the ids.")

    @OptionGroup var options: BenchOptions
    @Argument var service: ServiceName
    @Option(help: "Rows a table that were filled in.") var rows: Int

    func run() async throws {
        let inbox = "\(service.rawValue)_inbox"
        let house = options.house
        let database = try house.database()
        let session = try await database.dedicated(statementTimeout: .zero)
        let wanted = min(1_000_000, rows / 2)
        let first = Call(Statement("SELECT id FROM \(inbox) ORDER BY id OFFSET $1 LIMIT 1"), [.int8(Int64(wanted))])
        let end = try await session.run([first])[0].only().identifier(0)
        let removal = InboxRemoval.statement(of: service)
        let parameters: [Parameter] = [.uuid(end), .int8(InboxRemoval.most)]
        try await check(removal, parameters, inbox, session)
        let clock = ContinuousClock()
        let before = try await Usage(of: [], house, database)
        let began = clock.now
        var (removed, slowest) = (0, Duration.zero)
        while true {
            let start = clock.now
            let rows = try await session.run([Call(removal, parameters)])[0].affected
            slowest = max(slowest, clock.now - start)
            removed += Int(rows)
            if rows < InboxRemoval.most { break }
        }
        let done = clock.now
        try await session.script("VACUUM \(inbox)")
        let vacuumed = clock.now
        let usage = try await Usage(of: [], house, database) - before
        guard removed == wanted else { throw BenchError("\(removed) rows of \(inbox) went, \(wanted) expected") }
        await session.close()
        await database.close()
        try Print.line(
            GrowthRemoval(
                service: service.rawValue, rows: rows, removed: removed, seconds: (done - began).inSeconds,
                slowest: slowest.inSeconds, vacuumSeconds: (vacuumed - done).inSeconds, walBytes: usage.walBytes,
                index: "\(inbox)_pkey"))
    }

    private func check(
        _ removal: Statement, _ parameters: [Parameter], _ inbox: String, _ session: DatabaseConnection
    ) async throws {
        let plan = try await session.run([Call(Statement("EXPLAIN (COSTS OFF) \(removal.sql)"), parameters)])[0]
        let lines = try plan.map { try $0.text(0) }
        let isFound = lines.contains { $0.contains("Index") && $0.contains("\(inbox)_pkey") }
        guard isFound, !lines.contains(where: { $0.contains("Seq Scan") }) else {
            throw BenchError("expired rows of \(inbox) are not found by its index: \(lines.joined(separator: "; "))")
        }
    }
}
