import Contracts
import Database

/// The score behind an outcome, and so behind the credential that keeps the outcome's id (ASM-20).
struct ScoreReport: Codable, Equatable, Sendable {
    let outcome: String
    let enrolment: String
    let contractor: String
    let programme: String
    /// The version whose assessment decided.
    let programmeVersion: Int64
    let pathway: String
    let offering: String
    let passed: Bool
    /// Absent where the results come from elsewhere.
    let verdict: String?
    /// Percent, exact to six decimals, as text.
    let score: String
    let awardedAt: String?
    /// The attempt that counts, by its id at the source.
    let attempt: String?
    /// The same, by the id under which it can be looked at.
    let attemptId: String?
    let rubricVersion: String?

    private static let columns = """
        SELECT o.id, o.enrolment, o.contractor, o.programme, o.programme_version, o.pathway, o.offering, o.passed,
            o.verdict, o.score, o.awarded_at, o.attempt, o.rubric_version,
            (SELECT a.id FROM assessment_contractor me
             JOIN assessment_contractor m ON m.canonical = me.canonical
             JOIN assessment_attempt a ON a.contractor = m.id
             WHERE me.id = o.contractor AND a.name = o.attempt AND a.programme = o.programme
                AND a.offering = o.offering AND a.counts AND NOT a.is_renewal
             ORDER BY a.id LIMIT 1)
        FROM assessment_outcome o
        """

    static let byOutcome = Statement("\(columns) WHERE o.id = $1::uuid")

    /// Outcomes are found by their contractor; an enrolment's are those of whoever is one person with who opted in.
    static let byEnrolment = Statement(
        """
        \(columns) WHERE o.enrolment = $1::uuid AND o.contractor = ANY (ARRAY(
            SELECT m.id FROM assessment_enrolment e
            JOIN assessment_contractor me ON me.id = e.contractor
            JOIN assessment_contractor m ON m.canonical = me.canonical
            WHERE e.id = $1::uuid))
        ORDER BY o.id
        """)

    static let byContractor = Statement(
        "\(columns) WHERE o.contractor = ANY (ARRAY(\(Groups.members))) ORDER BY o.id")

    static let all = [byOutcome, byEnrolment, byContractor]

    static func reports(_ rows: Rows) throws -> [ScoreReport] {
        try rows.map { row in
            ScoreReport(
                outcome: "\(try row.identifier(0))", enrolment: "\(try row.identifier(1))",
                contractor: "\(try row.identifier(2))", programme: try row.text(3),
                programmeVersion: try row.int64(4), pathway: try row.text(5), offering: try row.text(6),
                passed: try row.bool(7), verdict: try row.optionalText(8), score: "\(try row.decimal6(9))",
                awardedAt: try row.optionalTimestamp(10).map { "\($0)" }, attempt: try row.optionalText(11),
                attemptId: try row.optionalIdentifier(13).map { "\($0)" }, rubricVersion: try row.optionalText(12))
        }
    }
}
