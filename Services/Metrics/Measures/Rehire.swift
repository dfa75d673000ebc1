import Contracts
import Database

/// The rehire rate with censoring (MET-06), for groups; see ``RehireReport`` for the whole.
enum Rehire: Measure {
    static let name = "rehire"
    static let label: String? = "role"
    static let facts = ["engagement", "credential"]

    /// An ended engagement.
    struct Seen: Observation {
        let circumstances: Circumstances
        /// Whether its window is over.
        let isClosed: Bool
        /// Whether another engagement followed in time.
        let isFollowed: Bool

        init(circumstances: Circumstances, isClosed: Bool, isFollowed: Bool) {
            self.circumstances = circumstances
            self.isClosed = isClosed
            self.isFollowed = isFollowed
        }

        init(_ row: Row) throws {
            self.init(
                circumstances: try Circumstances(row), isClosed: try row.bool(4), isFollowed: try row.bool(5))
        }
    }

    static func parameters(_ question: KPIQuestion) -> [Parameter] {
        [
            .timestamptz(question.end), .text(question.programme), .texts(question.roles),
            .int4(Int32(clamping: question.windowDays ?? 90)),
        ]
    }

    static let query = Statement(
        """
        WITH o AS (
            SELECT p.canonical AS person, e.id, e.role, e.ends_at AS at,
                (e.ends_at AT TIME ZONE 'UTC')::date AS end_day,
                (e.ends_at AT TIME ZONE 'UTC')::date + $4::int4 < ($1::timestamptz AT TIME ZONE 'UTC')::date
                    AS is_closed
            FROM metrics_engagement e JOIN metrics_contractor p ON p.id = e.contractor
            WHERE e.status = 'ended' AND e.starts_at IS NOT NULL AND e.ends_at < $1::timestamptz
                AND (cardinality($3::text[]) = 0 OR e.role = ANY ($3::text[]))
        )
        SELECT o.person, o.at, \(Circumstances.held), o.role, o.is_closed,
            EXISTS (
                SELECT 1 FROM metrics_contractor k JOIN metrics_engagement s ON s.contractor = k.id
                WHERE k.canonical = o.person AND s.id <> o.id AND s.status IN ('active', 'extended', 'ended')
                    AND (s.starts_at AT TIME ZONE 'UTC')::date > o.end_day
                    AND (s.starts_at AT TIME ZONE 'UTC')::date <= o.end_day + $4::int4)
        FROM o
        """)

    static func figures(_ seen: [Seen]) -> [String: Figure] {
        let eligible = seen.filter(\.isClosed)
        let rehired = Int64(eligible.count(where: \.isFollowed))
        return [
            "eligible": .count(Int64(eligible.count)), "rehired": .count(rehired),
            "rate": .share(rehired, of: Int64(eligible.count)), "censored": .count(Int64(seen.count { !$0.isClosed })),
        ]
    }
}
