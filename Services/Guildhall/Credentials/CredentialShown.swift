import Contracts
import Database

/// A credential as an operator reads it.
struct CredentialShown: Encodable, Sendable {
    /// A time for which it was earned.
    struct Term: Encodable, Sendable {
        var number: Int64
        var earnedAt: String
        var validFrom: String
        var validUntil: String
        var score: String?
        var renewal: String?
    }

    /// What earned it (ASM-20).
    struct Assessment: Encodable, Sendable {
        var outcome: String
        var attempt: String?
        var score: String
        var programmeVersion: Int64
        var rubricVersion: String?
        var passedAt: String
    }

    var credential: String
    var contractor: String
    var programme: String
    var pathway: String
    var status: String
    var since: String
    var reason: String?
    var condition: String?
    var suspendedUntil: String?
    var assessment: Assessment
    var terms: [Term]

    /// The credential of the answers to ``credential`` and ``terms``; nil where there is none.
    init?(_ credentials: Rows, _ terms: Rows) throws {
        guard let row = credentials.first else { return nil }
        credential = try row.identifier(0).description
        contractor = try row.identifier(1).description
        programme = try row.text(2)
        pathway = try row.text(4)
        status = try row.text(5)
        since = try row.timestamp(6).description
        reason = try row.optionalText(7)
        condition = try row.optionalText(8)
        suspendedUntil = try row.optionalTimestamp(9)?.description
        assessment = Assessment(
            outcome: try row.identifier(10).description, attempt: try row.optionalText(11),
            score: try row.decimal6(12).description, programmeVersion: try row.int64(3),
            rubricVersion: try row.optionalText(13), passedAt: try row.timestamp(14).description)
        self.terms = try terms.map {
            Term(
                number: try $0.int64(0), earnedAt: try $0.timestamp(1).description,
                validFrom: try $0.timestamp(2).description, validUntil: try $0.timestamp(3).description,
                score: try $0.optionalDecimal6(4)?.description, renewal: try $0.optionalIdentifier(5)?.description)
        }
        if self.terms.isEmpty {
            // One that was never renewed is its own history.
            self.terms = [
                Term(
                    number: 0, earnedAt: assessment.passedAt, validFrom: try row.timestamp(15).description,
                    validUntil: try row.timestamp(16).description, score: assessment.score)
            ]
        }
    }

    /// It, for people.
    var rows: [[String]] {
        let facts: [(String, String?)] = [
            ("credential", credential), ("contractor", contractor),
            ("programme", "\(programme), version \(assessment.programmeVersion)"), ("pathway", pathway),
            ("status", status), ("since", since), ("reason", reason), ("condition", condition),
            ("suspended until", suspendedUntil), ("outcome", assessment.outcome), ("attempt", assessment.attempt),
            ("score", assessment.score), ("rubric", assessment.rubricVersion.map { "version \($0)" }),
            ("passed at", assessment.passedAt),
        ]
        return facts.compactMap { name, value in value.map { [name, $0] } }
    }

    /// Its terms, for people.
    var termRows: [[String]] {
        terms.map {
            [
                String($0.number), $0.earnedAt, $0.validFrom, $0.validUntil, $0.score ?? "-",
                $0.renewal ?? ($0.number == 0 ? "the award" : "-"),
            ]
        }
    }

    /// A credential; one whose timer is about to fire has lapsed already.
    static let credential = Statement(
        """
        SELECT c.id, c.contractor, c.programme, c.programme_version, c.pathway,
            CASE WHEN c.status = 'revoked' THEN c.status WHEN c.valid_until <= guildhall_now() THEN 'lapsed'
                WHEN c.suspended_until > guildhall_now() THEN 'suspended' ELSE 'valid' END,
            c.status_since, c.reason, c.condition, c.suspended_until, c.outcome, c.attempt, c.score_millionths,
            c.rubric_version, c.awarded_at, c.valid_from, c.valid_until
        FROM credentialing_credential c WHERE c.id = $1::uuid
        """)

    /// The terms of one that was ever renewed.
    static let terms = Statement(
        """
        SELECT number, earned_at, valid_from, valid_until, score_millionths, renewal FROM credentialing_term
        WHERE credential = $1::uuid ORDER BY number
        """)
}
