import Contracts
import Database

/// Onboarding cases that were cleared in time, late, or not (ONB-03).
enum Clearance: Measure {
    static let name = "clearance"
    static let label: String? = "role"
    static let facts = ["onboarding-case", "credential"]

    /// A case.
    struct Seen: Observation {
        let circumstances: Circumstances
        let dueAt: Timestamp?
        let clearedAt: Timestamp?
        let isClosed: Bool
        /// Whether its time is over on the as-of day.
        let isDue: Bool

        init(circumstances: Circumstances, dueAt: Timestamp?, clearedAt: Timestamp?, isClosed: Bool, isDue: Bool) {
            self.circumstances = circumstances
            self.dueAt = dueAt
            self.clearedAt = clearedAt
            self.isClosed = isClosed
            self.isDue = isDue
        }

        init(_ row: Row) throws {
            self.init(
                circumstances: try Circumstances(row), dueAt: try row.optionalTimestamp(4),
                clearedAt: try row.optionalTimestamp(5), isClosed: try row.bool(6), isDue: try row.bool(7))
        }
    }

    static let query = Statement(
        """
        WITH o AS (
            SELECT p.canonical AS person, x.opened_at AS at, x.role, x.due_at,
                CASE WHEN x.cleared_at < $1::timestamptz THEN x.cleared_at END AS cleared_at,
                x.status = 'closed' AS is_closed, coalesce(x.due_at < $1::timestamptz, false) AS is_due
            FROM metrics_case x JOIN metrics_contractor p ON p.id = x.contractor
            WHERE x.opened_at < $1::timestamptz AND ($2::text IS NULL OR x.programme = $2)
                AND (cardinality($3::text[]) = 0 OR x.role = ANY ($3::text[]))
        )
        SELECT o.person, o.at, \(Circumstances.held), o.role, o.due_at, o.cleared_at, o.is_closed, o.is_due FROM o
        """)

    static func figures(_ seen: [Seen]) -> [String: Figure] {
        let cleared = seen.filter { $0.clearedAt != nil }
        let late = Int64(
            cleared.count { one in one.dueAt.flatMap { due in one.clearedAt.map { $0 > due } } ?? false })
        let met = Int64(cleared.count) - late
        let missing = seen.filter { $0.clearedAt == nil && !$0.isClosed }
        let missed = late + Int64(missing.count(where: \.isDue))
        return [
            "cases": .count(Int64(seen.count)), "met": .count(met), "missed": .count(missed),
            "open": .count(Int64(missing.count { !$0.isDue })),
            "closed": .count(Int64(seen.count { $0.clearedAt == nil && $0.isClosed })),
            "rate": .share(met, of: met + missed),
        ]
    }
}
