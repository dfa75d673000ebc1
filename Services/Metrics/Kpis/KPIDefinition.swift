import Database

/// What a figure means: every number says which version made it (MET-18).
struct KPIDefinition: Codable, Sendable {
    let name: String
    let version: Int64
    let title: String
    let formula: String
    let sourceEvents: [String]
    let windowDays: Int64?
    let owner: String

    private static let all = Statement(
        """
        SELECT name, version, title, formula, source_events, window_days, owner
        FROM metrics_kpi_definition ORDER BY name, version
        """)

    /// All definitions, by name and version.
    static func all(in database: Database) async throws -> [KPIDefinition] {
        try await database.run([Call(all)])[0].map { row in
            KPIDefinition(
                name: try row.text(0), version: try row.int64(1), title: try row.text(2), formula: try row.text(3),
                sourceEvents: try row.texts(4), windowDays: try row.optionalInt64(5), owner: try row.text(6))
        }
    }

    /// The newest definition of a name.
    static func newest(_ name: String, in database: Database) async throws -> KPIDefinition? {
        try await all(in: database).last { $0.name == name }
    }
}
