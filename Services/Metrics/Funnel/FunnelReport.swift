import Contracts
import Database

/// How far enrolments have come, stage by stage, and where they wait longest (MET-29); linked contractors are one person.
struct FunnelReport: Codable, Sendable {
    /// One stage.
    struct Stage: Codable, Sendable {
        let name: String
        /// Enrolments that reached it.
        let reached: Int64
        /// Share of those that reached the stage before; absent for the first stage, and where nobody did.
        let conversion: Double?
        /// Median days since the stage before, where both times are known and in order.
        let medianDays: Double?
    }

    let kpi: String
    let version: Int64
    let programme: String
    let stages: [Stage]
    /// The stage with the longest median wait.
    let slowest: String?
    /// Months whose figures changed after they were over.
    let changedMonths: [ChangedMonth]

    static let query = Statement(
        """
        WITH stages AS (
            SELECT n.opted_in_at AS opted_in,
                CASE WHEN e.status IN ('active', 'extended', 'ended') THEN e.starts_at END AS started,
                a.started_at AS assessed,
                c.awarded_at AS credentialed,
                r.starts_at AS again
            FROM metrics_enrolment n
            JOIN metrics_contractor p ON p.id = n.contractor
            LEFT JOIN metrics_engagement e ON e.id = n.engagement
            LEFT JOIN metrics_assessment_start a ON a.enrolment = n.id
            LEFT JOIN LATERAL (
                SELECT min(x.awarded_at) AS awarded_at
                FROM metrics_contractor k JOIN metrics_credential x ON x.contractor = k.id
                WHERE k.canonical = p.canonical AND x.programme = n.programme AND x.offering = n.offering
                    AND x.status <> 'revoked'
            ) c ON true
            LEFT JOIN LATERAL (
                SELECT min(x.starts_at) AS starts_at
                FROM metrics_contractor k JOIN metrics_engagement x ON x.contractor = k.id
                WHERE k.canonical = p.canonical AND x.status IN ('active', 'extended', 'ended')
                    AND x.starts_at > c.awarded_at
            ) r ON true
            WHERE n.programme = $1
        )
        SELECT count(*), count(started), count(assessed), count(credentialed), count(again),
            (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM started - opted_in))
                FILTER (WHERE started >= opted_in) / 86400)::text,
            (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM assessed - started))
                FILTER (WHERE assessed >= started) / 86400)::text,
            (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM credentialed - assessed))
                FILTER (WHERE credentialed >= assessed) / 86400)::text,
            (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM again - credentialed))
                FILTER (WHERE again >= credentialed) / 86400)::text
        FROM stages
        """)

    private static let names = ["opted in", "started", "assessed", "credentialed", "engaged again"]

    /// Computes the report of a programme from the facts.
    static func make(_ definition: KPIDefinition, programme: String, in database: Database) async throws -> FunnelReport
    {
        let rows = try await database.run([Call(query, [.text(programme)]), Call(ChangedMonth.query)])
        let row = rows[0][0]
        var stages: [Stage] = []
        for (position, name) in names.enumerated() {
            let reached = try row.int64(position)
            let before = position == 0 ? 0 : stages[position - 1].reached
            stages.append(
                Stage(
                    name: name, reached: reached,
                    conversion: before == 0 ? nil : Double(reached) / Double(before),
                    medianDays: position == 0 ? nil : try row.optionalText(4 + position).flatMap(Double.init)))
        }
        let slowest = stages.filter { $0.medianDays != nil }.max { ($0.medianDays ?? 0) < ($1.medianDays ?? 0) }
        return FunnelReport(
            kpi: definition.name, version: definition.version, programme: programme, stages: stages,
            slowest: slowest?.name, changedMonths: try rows[1].map { try ChangedMonth($0) })
    }
}
