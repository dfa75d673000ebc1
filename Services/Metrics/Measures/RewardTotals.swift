import Contracts
import Database

/// What rewards came to, per currency, to the minor unit.
enum RewardTotals: Measure {
    static let name = "rewards"
    static let label: String? = "currency"
    static let facts = ["grant", "stipend", "premium-use", "assessment-task"]

    /// A reward that stands.
    struct Seen: Observation {
        /// What it is.
        enum Kind: String, CaseIterable {
            case grant, premium, stipend
        }

        let circumstances: Circumstances
        let kind: Kind
        let amount: Int64
        /// What of a grant was paid.
        let paid: Int64

        init(circumstances: Circumstances, kind: Kind, amount: Int64, paid: Int64) {
            self.circumstances = circumstances
            self.kind = kind
            self.amount = amount
            self.paid = paid
        }

        init(_ row: Row) throws {
            self.init(
                circumstances: try Circumstances(row), kind: Kind(rawValue: try row.text(4)) ?? .premium,
                amount: try row.int64(5), paid: try row.int64(6))
        }
    }

    static let query = Statement(
        """
        WITH o AS (
            SELECT p.canonical AS person, g.from_at AS at, g.currency, 'grant' AS kind, g.amount_minor_units AS amount,
                g.paid_minor_units AS paid
            FROM metrics_grant g JOIN metrics_contractor p ON p.id = g.contractor
            WHERE ($2::text IS NULL OR g.programme = $2) AND (g.status IN ('claimable', 'used') OR g.paid_minor_units > 0)
            UNION ALL
            SELECT p.canonical, t.completed_at, s.currency, 'stipend', s.amount_minor_units, 0
            FROM metrics_stipend s
            JOIN metrics_task t ON t.id = s.task
            JOIN metrics_contractor p ON p.id = s.contractor
            WHERE NOT s.is_returned AND ($2::text IS NULL OR s.programme = $2)
            UNION ALL
            SELECT p.canonical, e.starts_at, u.currency, 'premium', coalesce(u.amount_minor_units, 0), 0
            FROM metrics_premium_use u
            JOIN metrics_engagement e ON e.id = u.engagement
            JOIN metrics_contractor p ON p.id = u.contractor
            WHERE NOT u.is_returned AND ($2::text IS NULL OR u.programme = $2) AND e.starts_at IS NOT NULL
        )
        SELECT o.person, o.at, \(Circumstances.held), o.currency, o.kind, o.amount, o.paid
        FROM o WHERE o.at < $1::timestamptz AND $3::text[] IS NOT NULL
        """)

    static func figures(_ seen: [Seen]) -> [String: Figure] {
        var figures: [String: Figure] = [:]
        let currencies = Set(seen.compactMap(\.circumstances.label))
        for kind in Seen.Kind.allCases {
            let some = seen.filter { $0.kind == kind }
            figures["\(kind)s"] = .count(Int64(some.count))
            // Sums of several currencies mean nothing.
            if currencies.count <= 1 { figures["\(kind)MinorUnits"] = .count(some.reduce(0) { $0 + $1.amount }) }
        }
        if currencies.count <= 1 { figures["grantPaidMinorUnits"] = .count(seen.reduce(0) { $0 + $1.paid }) }
        return figures
    }
}
