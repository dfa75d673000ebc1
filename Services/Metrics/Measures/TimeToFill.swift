import Contracts
import Database
import Statistics

/// From the moment a role was wanted to the acceptance that filled a place, per role (MET-01).
enum TimeToFill: Measure {
    static let name = "time-to-fill"
    static let label: String? = "role"
    static let facts = ["requisition", "engagement", "credential"]

    /// Places of a requisition.
    struct Seen: Observation {
        /// What became of them.
        enum Outcome: String {
            /// Filled, and how long it took is known.
            case filled
            /// Filled by somebody whose acceptance is not known, or came before the role was wanted.
            case untimed
            /// Still looked for.
            case open
            /// No longer looked for, and not filled.
            case closed
        }

        let circumstances: Circumstances
        let outcome: Outcome
        let wantedAt: Timestamp?
        let places: Int64

        init(circumstances: Circumstances, outcome: Outcome, wantedAt: Timestamp?, places: Int64) {
            self.circumstances = circumstances
            self.outcome = outcome
            self.wantedAt = wantedAt
            self.places = places
        }

        init(_ row: Row) throws {
            self.init(
                circumstances: try Circumstances(row), outcome: Outcome(rawValue: try row.text(4)) ?? .untimed,
                wantedAt: try row.optionalTimestamp(5), places: try row.int64(6))
        }
    }

    static let query = Statement(
        """
        WITH wanted AS (
            SELECT record, (array_agg(role ORDER BY revision DESC))[1] AS role,
                (array_agg(count ORDER BY revision DESC))[1] AS places,
                (array_agg(status ORDER BY revision DESC))[1] AS status,
                min(event_time) FILTER (WHERE status = 'wanted') AS wanted_at
            FROM metrics_requisition WHERE event_time < $1::timestamptz GROUP BY record
        ), asked AS (
            SELECT * FROM wanted WHERE cardinality($3::text[]) = 0 OR role = ANY ($3::text[])
        ), taken AS (
            SELECT a.record, a.role, a.wanted_at, a.places, p.canonical AS person,
                coalesce(e.accepted_at, e.starts_at) AS at, e.accepted_at >= a.wanted_at AS is_timed,
                row_number() OVER (PARTITION BY a.record ORDER BY coalesce(e.accepted_at, e.starts_at), e.id) AS place
            FROM asked a
            JOIN metrics_engagement e ON e.requisition = a.record
            JOIN metrics_contractor p ON p.id = e.contractor
            WHERE e.status IN ('accepted', 'onboarding', 'active', 'extended', 'ended')
                AND coalesce(e.accepted_at, e.starts_at) < $1::timestamptz
        ), filled AS (
            SELECT * FROM taken WHERE place <= places
        ), o AS (
            SELECT person, at, role, CASE WHEN is_timed THEN 'filled' ELSE 'untimed' END AS outcome, wanted_at,
                1::int8 AS places
            FROM filled
            UNION ALL
            SELECT NULL, coalesce(a.wanted_at, $1::timestamptz), a.role,
                CASE WHEN a.status = 'wanted' THEN 'open' ELSE 'closed' END, a.wanted_at, a.places - f.places
            FROM asked a, LATERAL (SELECT count(*) AS places FROM filled x WHERE x.record = a.record) f
            WHERE a.places > f.places
        )
        SELECT o.person, o.at, \(Circumstances.held), o.role, o.outcome, o.wanted_at, o.places FROM o
        """)

    static func figures(_ seen: [Seen]) -> [String: Figure] {
        var places: [Seen.Outcome: Int64] = [:]
        var days: [Double] = []
        for one in seen {
            places[one.outcome, default: 0] += one.places
            guard one.outcome == .filled, let wantedAt = one.wantedAt else { continue }
            days.append(Double(one.circumstances.at.microseconds - wantedAt.microseconds) / 86_400_000_000)
        }
        // The values are finite, so the method has nothing to object to.
        let quantiles = try? Quantiles.evaluate(Quantiles.Input(values: days))
        return [
            "filled": .count(Int64(days.count)), "medianDays": .value(quantiles?.median),
            "p90Days": .value(quantiles?.p90), "untimed": .count(places[.untimed] ?? 0),
            "open": .count(places[.open] ?? 0), "closed": .count(places[.closed] ?? 0),
        ]
    }
}
