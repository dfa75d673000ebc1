import Contracts
import Database

/// Attempts as they are shown: the JSON that is kept of them.
enum AttemptReport {
    static let one = Statement("SELECT body FROM assessment_attempt WHERE id = $1::uuid")

    /// The attempts of a contractor's whole group ($1), by their start.
    static let ofContractor = Statement(
        """
        SELECT body FROM assessment_attempt WHERE contractor = ANY (ARRAY(\(Groups.members)))
        ORDER BY started_at, id
        """)

    static let all = [one, ofContractor]
}
