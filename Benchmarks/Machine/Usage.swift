import Contracts
import Database

/// What the suite has used up to a moment; the difference of two is what lay between.
struct Usage: Codable, Sendable {
    /// Processor seconds, by program: the services named, `rabbitmq` and `postgresql`.
    var cpuSeconds: [String: Double]
    /// Processor seconds of everything on the machine, other people's programs too.
    var machineCPUSeconds: Double
    /// Bytes of the database's write-ahead log.
    var walBytes: Int64
    /// Transactions that committed in the database.
    var commits: Int64
    /// Transactions that wrote something, in all databases: each has a number of its own, which is known at once, while
    /// sessions tell what they committed up to ten seconds later.
    var writingCommits: Int64
    /// Statements that were run in the database; nil where pg_stat_statements is not loaded.
    var statements: Int64?

    /// What was used so far, by these services and their servers.
    init(of services: [ServiceName], _ house: BenchHouse, _ database: Database) async throws {
        let table = try ProcessTable()
        cpuSeconds = [
            "rabbitmq": table.cpuSeconds(ofTree: try house.process("rabbitmq/node.pid")),
            // Sessions are children of the server, and those that ended were waited for by it.
            "postgresql": table.cpuSeconds(ofTree: try house.process("postgresql/data/postmaster.pid")),
        ]
        for service in services {
            cpuSeconds[service.rawValue] = table.cpuSeconds(ofTree: try house.process(of: service))
        }
        machineCPUSeconds = try ProcessTable.machineCPUSeconds()
        let row = try await database.run([Call(Usage.log)])[0].only()
        walBytes = try row.int64(0)
        commits = try row.int64(1)
        writingCommits = try row.int64(2)
        let isCounted = try row.bool(3)
        statements = isCounted ? try await database.run([Call(Usage.statements)])[0].only().int64(0) : nil
    }

    /// The share of the machine's processor time that programs took beyond these and what else is the measurement's own.
    func othersShare(own: Double = 0) -> Double {
        max(0, 1 - cpuSeconds.values.reduce(own, +) / machineCPUSeconds)
    }

    private static let log = Statement(
        """
        SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::int8,
            (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()),
            pg_snapshot_xmax(pg_current_snapshot())::text::int8, to_regclass('pg_stat_statements') IS NOT NULL
        """)

    private static let statements = Statement(
        """
        SELECT coalesce(sum(s.calls), 0)::int8
        FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = current_database()
        """)

    private init(
        cpuSeconds: [String: Double], machineCPUSeconds: Double, walBytes: Int64, commits: Int64,
        writingCommits: Int64, statements: Int64?
    ) {
        self.cpuSeconds = cpuSeconds
        self.machineCPUSeconds = machineCPUSeconds
        self.walBytes = walBytes
        self.commits = commits
        self.writingCommits = writingCommits
        self.statements = statements
    }

    static func - (later: Usage, earlier: Usage) -> Usage {
        Usage(
            cpuSeconds: later.cpuSeconds.merging(earlier.cpuSeconds) { $0 - $1 },
            machineCPUSeconds: later.machineCPUSeconds - earlier.machineCPUSeconds,
            walBytes: later.walBytes - earlier.walBytes, commits: later.commits - earlier.commits,
            writingCommits: later.writingCommits - earlier.writingCommits,
            statements: later.statements.flatMap { later in earlier.statements.map { later - $0 } })
    }
}
