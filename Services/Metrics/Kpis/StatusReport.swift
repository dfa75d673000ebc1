import Contracts
import Database

/// Engagements, enrolments and credentials by status.
struct StatusReport: Codable, Sendable {
    let kpi: String
    let version: Int64
    let contractors: Int64
    let engagements: [String: Int64]
    let enrolments: [String: Int64]
    let credentials: [String: Int64]

    /// Experiments have a row beside the contractors, so that what is told of them is told in one order.
    static let contractorCount = Statement(
        """
        SELECT count(DISTINCT canonical) FROM metrics_contractor
        WHERE canonical NOT IN (SELECT id FROM metrics_experiment_stage)
        """)
    private static let engagementCount = Statement(
        "SELECT status, count(*) FROM metrics_engagement GROUP BY status ORDER BY status")
    private static let enrolmentCount = Statement(
        "SELECT status, count(*) FROM metrics_enrolment GROUP BY status ORDER BY status")
    private static let credentialCount = Statement(
        "SELECT status, count(*) FROM metrics_credential GROUP BY status ORDER BY status")

    /// Counts the facts.
    static func make(_ definition: KPIDefinition, in database: Database) async throws -> StatusReport {
        let rows = try await database.run([
            Call(contractorCount), Call(engagementCount), Call(enrolmentCount), Call(credentialCount),
        ])
        return StatusReport(
            kpi: definition.name, version: definition.version, contractors: try rows[0][0].int64(0),
            engagements: try counts(rows[1]), enrolments: try counts(rows[2]), credentials: try counts(rows[3]))
    }

    private static func counts(_ rows: Rows) throws -> [String: Int64] {
        var counts: [String: Int64] = [:]
        for row in rows { counts[try row.text(0)] = try row.int64(1) }
        return counts
    }
}
