import Contracts
import Database

/// The rehire rate as of a day, with censoring (MET-06).
///
/// Over ended engagements whose end day plus the window is not after the as-of day: the share whose contractor starts
/// another engagement after the end day and at most the window later. Linked contractors are one person.
struct RehireReport: Encodable, Sendable {
    let kpi: String
    let version: Int64
    let asOf: String
    let windowDays: Int64
    /// Ended engagements whose window has closed.
    let eligible: Int64
    /// Those of them that were followed by another one in time.
    let rehired: Int64
    /// Ended engagements whose window is still open on the as-of day.
    let censored: Int64
    /// rehired / eligible; null when nothing is eligible.
    let rate: Figure
    /// The groups that were asked for, by the programme's roles, credential at the end, or variant.
    var groups: [KPIReport.Group]?

    enum CodingKeys: String, CodingKey {
        case kpi, version, eligible, rehired, censored, rate, groups
        case asOf = "as_of"
        case windowDays = "window_days"
    }

    static let query = Statement(
        """
        WITH started AS (
            SELECT c.canonical AS person, e.id, e.status, (e.starts_at AT TIME ZONE 'UTC')::date AS start_day,
                (e.ends_at AT TIME ZONE 'UTC')::date AS end_day
            FROM metrics_engagement e JOIN metrics_contractor c ON c.id = e.contractor
            WHERE e.status IN ('active', 'extended', 'ended') AND e.starts_at IS NOT NULL
        ), ended AS (
            SELECT person, id, end_day, end_day + $2::int4 <= $1::date AS is_closed
            FROM started WHERE status = 'ended' AND end_day IS NOT NULL AND end_day <= $1::date
        ), rehired AS (
            SELECT DISTINCT ended.id FROM ended JOIN started s USING (person)
            WHERE ended.is_closed AND s.id <> ended.id AND s.start_day > ended.end_day
                AND s.start_day <= ended.end_day + $2::int4
        )
        SELECT count(*) FILTER (WHERE is_closed), (SELECT count(*) FROM rehired), count(*) FILTER (WHERE NOT is_closed)
        FROM ended
        """)

    /// Computes the report from the facts.
    static func make(
        _ definition: KPIDefinition, asOf day: Day, windowDays: Int64, in database: Database
    ) async throws -> RehireReport {
        let row = try await database.run([Call(query, [.date(day), .int4(Int32(clamping: windowDays))])])[0][0]
        let (eligible, rehired) = (try row.int64(0), try row.int64(1))
        return RehireReport(
            kpi: definition.name, version: definition.version, asOf: "\(day)", windowDays: windowDays,
            eligible: eligible, rehired: rehired, censored: try row.int64(2),
            rate: .share(rehired, of: eligible))
    }
}
