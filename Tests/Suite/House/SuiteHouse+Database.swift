import Contracts
import Database

extension SuiteHouse {
    /// The rows of a query that gives one text each, sorted.
    func lines(_ sql: String) async throws -> [String] {
        try await reader.run([Call(Statement(sql))])[0].map { try $0.text(0) }.sorted()
    }

    /// The one number of a query.
    func number(_ sql: String) async throws -> Int64 {
        try await reader.run([Call(Statement("SELECT (\(sql))::int8"))])[0][0].int64(0)
    }

    /// Runs statements as the database's owner.
    func change(_ sql: String) async throws {
        let session = try await owner.dedicated()
        try await session.script(sql)
        await session.close()
    }

    /// Sets the virtual clock, which only ever goes forward.
    func set(clock: Timestamp) async throws {
        _ = try await owner.run([
            Call(
                Statement(
                    "INSERT INTO virtual_clock (at) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET at = excluded.at"),
                [.timestamptz(clock)])
        ])
    }
}
