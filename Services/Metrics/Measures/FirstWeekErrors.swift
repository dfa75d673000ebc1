import Contracts
import Database

/// Errors over units of the work that was reported in the first seven days of engagements (MET-02).
enum FirstWeekErrors: Measure {
    static let name = "first-week-errors"
    static let label: String? = "role"
    static let facts = ["engagement", "report", "credential"]

    /// A work report of a first week, or an engagement without any.
    struct Seen: Observation {
        /// What it is.
        enum Kind: String {
            /// A report of an engagement that has units in its first week.
            case work
            /// An engagement whose first week is over without a unit.
            case none
            /// An engagement whose first week is not over.
            case open
        }

        let circumstances: Circumstances
        let kind: Kind
        let engagement: Identifier
        let units: Int64
        let errors: Int64

        init(circumstances: Circumstances, kind: Kind, engagement: Identifier, units: Int64, errors: Int64) {
            self.circumstances = circumstances
            self.kind = kind
            self.engagement = engagement
            self.units = units
            self.errors = errors
        }

        init(_ row: Row) throws {
            self.init(
                circumstances: try Circumstances(row), kind: Kind(rawValue: try row.text(4)) ?? .none,
                engagement: try row.identifier(5), units: try row.int64(6), errors: try row.int64(7))
        }
    }

    static let query = Statement(
        """
        WITH weeks AS (
            SELECT e.id, p.canonical AS person, e.role, e.starts_at, e.starts_at + interval '168 hours' AS ends_at
            FROM metrics_engagement e JOIN metrics_contractor p ON p.id = e.contractor
            WHERE e.status IN ('active', 'extended', 'ended') AND e.starts_at < $1::timestamptz
                AND (cardinality($3::text[]) = 0 OR e.role = ANY ($3::text[]))
        ), work AS (
            SELECT w.id, r.event_time, (r.content ->> 'units')::int8 AS units, (r.content ->> 'errors')::int8 AS errors
            FROM weeks w
            JOIN metrics_report r ON r.engagement = w.id AND r.type = 'guildhall.work.reported.v1'
                AND r.event_time >= w.starts_at AND r.event_time < w.ends_at
            WHERE w.ends_at <= $1::timestamptz
        ), counted AS (
            SELECT id FROM work GROUP BY id HAVING sum(units) > 0
        ), o AS (
            SELECT w.person, k.event_time AS at, w.role, 'work' AS kind, w.id, k.units, k.errors
            FROM work k JOIN counted USING (id) JOIN weeks w USING (id)
            UNION ALL
            SELECT w.person, w.starts_at, w.role, CASE WHEN w.ends_at > $1::timestamptz THEN 'open' ELSE 'none' END,
                w.id, 0, 0
            FROM weeks w WHERE NOT EXISTS (SELECT 1 FROM counted c WHERE c.id = w.id)
        )
        SELECT o.person, o.at, \(Circumstances.held), o.role, o.kind, o.id, o.units, o.errors FROM o
        """)

    static func figures(_ seen: [Seen]) -> [String: Figure] {
        let work = seen.filter { $0.kind == .work }
        let (units, errors) = (work.reduce(0) { $0 + $1.units }, work.reduce(0) { $0 + $1.errors })
        return [
            "engagements": .count(Int64(Set(work.map(\.engagement)).count)), "units": .count(units),
            "errors": .count(errors), "rate": .share(errors, of: units),
            "withoutUnits": .count(Int64(seen.count { $0.kind == .none })),
            "open": .count(Int64(seen.count { $0.kind == .open })),
        ]
    }
}
