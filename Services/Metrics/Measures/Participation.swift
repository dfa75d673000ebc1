import Contracts
import Database

/// Who opted in, over who was invited (MET-04); completing is another figure.
enum Participation: Measure {
    static let name = "participation"
    static let label: String? = "offering"
    static let facts = ["invitation", "enrolment"]

    /// A person's invitation to an offering, or an opting in without one.
    struct Seen: Observation {
        let circumstances: Circumstances
        let isInvited: Bool
        let isOptedIn: Bool

        init(circumstances: Circumstances, isInvited: Bool, isOptedIn: Bool) {
            self.circumstances = circumstances
            self.isInvited = isInvited
            self.isOptedIn = isOptedIn
        }

        init(_ row: Row) throws {
            self.init(
                circumstances: try Circumstances(row), isInvited: try row.bool(4), isOptedIn: try row.bool(5))
        }

        /// The invitation itself is what a variant is met by, so the day decides.
        func part(from moment: Timestamp) -> Seen? { circumstances.at.day >= moment.day ? self : nil }
    }

    static let query = Statement(
        """
        WITH invited AS (
            SELECT p.canonical AS person, i.programme, i.offering, min(i.invited_at) AS at,
                bool_and(i.is_withdrawn) AS is_withdrawn
            FROM metrics_invitation i JOIN metrics_contractor p ON p.id = i.contractor
            WHERE ($2::text IS NULL OR i.programme = $2) AND i.invited_at < $1::timestamptz
            GROUP BY 1, 2, 3
        ), enrolled AS (
            SELECT p.canonical AS person, n.programme, n.offering, min(n.opted_in_at) AS at
            FROM metrics_enrolment n JOIN metrics_contractor p ON p.id = n.contractor
            WHERE ($2::text IS NULL OR n.programme = $2) AND n.opted_in_at < $1::timestamptz
            GROUP BY 1, 2, 3
        ), o AS (
            SELECT person, coalesce(i.at, n.at) AS at, offering, i.at IS NOT NULL AS is_invited,
                n.at IS NOT NULL AS is_opted_in
            FROM invited i FULL JOIN enrolled n USING (person, programme, offering)
            WHERE n.at IS NOT NULL OR NOT i.is_withdrawn
        )
        SELECT o.person, o.at, \(Circumstances.held), o.offering, o.is_invited, o.is_opted_in
        FROM o WHERE $3::text[] IS NOT NULL
        """)

    static func figures(_ seen: [Seen]) -> [String: Figure] {
        let invited = seen.filter(\.isInvited)
        let optedIn = Int64(invited.count(where: \.isOptedIn))
        return [
            "invited": .count(Int64(invited.count)), "optedIn": .count(optedIn),
            "rate": .share(optedIn, of: Int64(invited.count)),
            "uninvited": .count(Int64(seen.count { !$0.isInvited })),
        ]
    }
}
