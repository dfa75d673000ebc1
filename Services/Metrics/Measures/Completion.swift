import Contracts
import Database

/// Who completed, over who opted in (MET-04); opting in is another figure.
enum Completion: Measure {
    static let name = "completion"
    static let label: String? = "offering"
    static let facts = ["enrolment", "credential"]

    /// A person's part in an offering.
    struct Seen: Observation {
        let circumstances: Circumstances
        let isCompleted: Bool

        init(circumstances: Circumstances, isCompleted: Bool) {
            self.circumstances = circumstances
            self.isCompleted = isCompleted
        }

        init(_ row: Row) throws {
            self.init(circumstances: try Circumstances(row), isCompleted: try row.bool(4))
        }

        /// The invitation itself is what a variant is met by, so the day decides.
        func part(from moment: Timestamp) -> Seen? { circumstances.at.day >= moment.day ? self : nil }
    }

    static let query = Statement(
        """
        WITH o AS (
            SELECT p.canonical AS person, n.programme, n.offering, min(n.opted_in_at) AS at
            FROM metrics_enrolment n JOIN metrics_contractor p ON p.id = n.contractor
            WHERE ($2::text IS NULL OR n.programme = $2) AND n.opted_in_at < $1::timestamptz
            GROUP BY 1, 2, 3
        )
        SELECT o.person, o.at, \(Circumstances.held), o.offering,
            EXISTS (
                SELECT 1 FROM metrics_contractor k JOIN metrics_credential x ON x.contractor = k.id
                WHERE k.canonical = o.person AND x.programme = o.programme AND x.offering = o.offering
                    AND (x.status <> 'revoked' OR x.revoked_at IS NOT NULL) AND x.awarded_at < $1::timestamptz)
        FROM o WHERE $3::text[] IS NOT NULL
        """)

    static func figures(_ seen: [Seen]) -> [String: Figure] {
        let completed = Int64(seen.count(where: \.isCompleted))
        return [
            "optedIn": .count(Int64(seen.count)), "completed": .count(completed),
            "rate": .share(completed, of: Int64(seen.count)),
        ]
    }
}
