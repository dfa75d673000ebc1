import Contracts
import Database

/// Tickets, incidents and defects per worker-day (MET-03).
enum Incidents: Measure {
    static let name = "incidents"
    static let facts = ["engagement", "report", "credential"]

    /// An incident, or days in a row on which somebody worked.
    struct Seen: Observation {
        /// What it is.
        enum Kind: String {
            case incident
            /// An incident of somebody who had no running engagement by then.
            case apart
            case days
        }

        let circumstances: Circumstances
        let kind: Kind
        /// How many days, from the day of the circumstances on; 0 for an incident.
        let days: Int64

        init(circumstances: Circumstances, kind: Kind, days: Int64) {
            self.circumstances = circumstances
            self.kind = kind
            self.days = days
        }

        init(_ row: Row) throws {
            self.init(
                circumstances: try Circumstances(row), kind: Kind(rawValue: try row.text(4)) ?? .apart,
                days: try row.int64(5))
        }

        func part(from moment: Timestamp) -> Seen? {
            guard kind == .days else { return circumstances.at >= moment ? self : nil }
            // A day counts from its first moment on, so the day on which the moment lies does not, unless it is that.
            let first = Timestamp(moment.day) == moment ? moment.day : moment.day.adding(days: 1)
            let skipped = max(0, Int64(first.number) - Int64(circumstances.at.day.number))
            guard skipped < days else { return nil }
            var later = circumstances
            later.at = Timestamp(circumstances.at.day.adding(days: Int(skipped)))
            return Seen(circumstances: later, kind: kind, days: days - skipped)
        }
    }

    static let query = Statement(
        """
        WITH running AS (
            SELECT p.canonical AS person, (e.starts_at AT TIME ZONE 'UTC')::date AS from_day,
                CASE WHEN e.status = 'ended'
                    THEN least((e.ends_at AT TIME ZONE 'UTC')::date + 1, ($1::timestamptz AT TIME ZONE 'UTC')::date)
                    ELSE ($1::timestamptz AT TIME ZONE 'UTC')::date END AS until_day
            FROM metrics_engagement e JOIN metrics_contractor p ON p.id = e.contractor
            WHERE e.status IN ('active', 'extended', 'ended') AND e.starts_at < $1::timestamptz
                AND (cardinality($3::text[]) = 0 OR e.role = ANY ($3::text[]))
        ), worked AS (
            SELECT person, range_agg(daterange(from_day, until_day)) AS days
            FROM running WHERE until_day > from_day GROUP BY person
        ), terms AS (
            -- A day counts as certified when a credential is held at its first moment.
            SELECT p.canonical AS person,
                ((x.awarded_at + interval '24 hours' - interval '1 microsecond') AT TIME ZONE 'UTC')::date AS from_day,
                ((CASE WHEN x.status = 'revoked' THEN least(x.valid_until, coalesce(x.revoked_at, x.awarded_at))
                    ELSE x.valid_until END + interval '24 hours' - interval '1 microsecond') AT TIME ZONE 'UTC')::date
                    AS until_day
            FROM metrics_credential x JOIN metrics_contractor p ON p.id = x.contractor
            WHERE $2::text IS NULL OR x.programme = $2
        ), certified AS (
            SELECT person, range_agg(daterange(from_day, until_day)) AS days
            FROM terms WHERE until_day > from_day GROUP BY person
        ), spans AS (
            SELECT w.person, false AS is_held, unnest(w.days - coalesce(c.days, '{}')) AS span
            FROM worked w LEFT JOIN certified c USING (person)
            UNION ALL
            SELECT w.person, true, unnest(w.days * c.days) FROM worked w JOIN certified c USING (person)
        ), o AS (
            SELECT p.canonical AS person, r.event_time AS at,
                CASE WHEN w.person IS NULL THEN 'apart' ELSE 'incident' END AS kind
            FROM metrics_report r
            JOIN metrics_contractor p ON p.id = r.contractor
            LEFT JOIN metrics_engagement e ON e.id = r.engagement
            LEFT JOIN worked w ON w.person = p.canonical
            WHERE r.type = 'guildhall.incident.recorded.v1' AND r.event_time < $1::timestamptz
                AND (cardinality($3::text[]) = 0 OR w.person IS NOT NULL)
                AND (cardinality($3::text[]) = 0 OR r.engagement IS NULL OR e.role = ANY ($3::text[]))
        )
        SELECT o.person, o.at, \(Circumstances.held), NULL, o.kind, 0::int8 FROM o
        UNION ALL
        SELECT person, lower(span)::timestamp AT TIME ZONE 'UTC', is_held, NULL, 'days',
            (upper(span) - lower(span))::int8
        FROM spans
        """)

    static func figures(_ seen: [Seen]) -> [String: Figure] {
        let incidents = Int64(seen.count { $0.kind == .incident })
        let days = seen.reduce(Int64(0)) { $0 + ($1.kind == .days ? $1.days : 0) }
        return [
            "incidents": .count(incidents), "workerDays": .count(days), "perWorkerDay": .share(incidents, of: days),
            "apart": .count(Int64(seen.count { $0.kind == .apart })),
        ]
    }
}
