import Contracts
import Database

/// What the database has counted up to a moment: of a service's tables, and of all its work.
struct GrowthReading: Codable, Sendable {
    /// By name.
    var tables: [String: TableCount]
    /// Blocks that were asked for and not in the database's own memory; the system's may have had them.
    var blocksRead: Int64
    /// Blocks that were.
    var blocksHit: Int64
    /// Whole pages in the log: the first change of a page after a checkpoint.
    var fullPages: Int64
    /// The database's own memory, as it is set.
    var sharedBuffers: String

    /// Reads the counters once all that others did is among them: a session tells the last of it when it ends.
    init(of service: ServiceName, _ database: Database, atMost limit: Duration = .seconds(60)) async throws {
        let clock = ContinuousClock()
        let deadline = clock.now + limit
        while try await database.run([Call(GrowthReading.others)])[0].only().int64(0) > 0 {
            guard clock.now < deadline else { throw BenchError("other sessions were still there after \(limit)") }
            try await clock.sleep(for: .milliseconds(50))
        }
        let answers = try await database.run([
            Call(GrowthReading.totals), Call(TableCount.query, [.text(service.rawValue)]),
        ])
        let row = try answers[0].only()
        blocksRead = try row.int64(0)
        blocksHit = try row.int64(1)
        fullPages = try row.int64(2)
        sharedBuffers = try row.text(3)
        tables = try TableCount.all(answers[1])
    }

    private static let others = Statement(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
        """)

    private static let totals = Statement(
        """
        SELECT d.blks_read, d.blks_hit, w.wal_fpi, current_setting('shared_buffers')
        FROM pg_stat_database d, pg_stat_wal w WHERE d.datname = current_database()
        """)
}
