import Contracts
import Database

/// The SQL that loads all that is known of persons: of contractors ($1) and of whom engagements ($2) are about, with
/// everybody who is linked with them.
enum FileStatements {
    private static let persons = """
        m.canonical = ANY (ARRAY(
            SELECT k.canonical FROM onboarding_contractor k WHERE k.id = ANY ($1::uuid[])
            UNION
            SELECT k.canonical FROM onboarding_engagement e JOIN onboarding_contractor k ON k.id = e.contractor
            WHERE e.id = ANY ($2::uuid[])))
        """

    private static func load(_ columns: String, _ table: String, order: String) -> Statement {
        let named = columns.split(separator: ",")
            .map { "f." + $0.trimmingPrefix { $0.isWhitespace } }.joined(separator: ", ")
        return Statement(
            """
            SELECT \(named) FROM onboarding_contractor m JOIN \(table) f ON f.contractor = m.id
            WHERE \(persons) ORDER BY \(order)
            """)
    }

    static let canonicals = Statement(
        "SELECT m.id, m.canonical FROM onboarding_contractor m WHERE \(persons) ORDER BY m.id")

    static let engagements = Statement(
        """
        SELECT r.contractor, g.source, coalesce(r.record_text, r.record::text)
        FROM onboarding_contractor m JOIN onboarding_gate g ON g.contractor = m.id
        JOIN onboarding_engagement_revision r ON r.engagement = g.engagement
        WHERE \(persons) ORDER BY r.engagement, r.revision
        """)

    static let consents = load(EnrolmentStatements.columns, "onboarding_consent", order: "f.record, f.revision")
    static let verifications = load(
        VerificationStatements.columns, "onboarding_verification", order: "f.record, f.revision")
    static let records = load(
        "kind, contractor, source, invitation, body::text", "onboarding_record", order: "f.record, f.revision")

    /// Agreements are about nobody: those of the sources that the persons' cases come from.
    static let agreements = Statement(
        """
        SELECT a.kind, a.contractor, a.source, a.invitation, a.body::text FROM onboarding_record a
        WHERE a.kind = 'agreement' AND a.source = ANY (ARRAY(
            SELECT g.source FROM onboarding_contractor m JOIN onboarding_gate g ON g.contractor = m.id
            WHERE \(persons)))
        ORDER BY a.record, a.revision
        """)

    static let credentials = load(
        StandingStatements.columns, "onboarding_credential", order: "f.credential, f.sequence")
    static let hours = load(
        "report, contractor, engagement, period_start, period_end, hours, revision", "onboarding_time",
        order: "f.report")
    static let gates = load(GateStatements.columns, "onboarding_gate", order: "f.case_id")
    static let steps = load(GateStatements.stepColumns, "onboarding_step", order: "f.case_id, f.step")
    static let enrolments = load(EnrolmentStatements.rowColumns, "onboarding_enrolment", order: "f.id")
    static let invitations = load(InvitationStatements.columns, "onboarding_invitation", order: "f.id")
    static let exposures = load(InvitationStatements.exposureColumns, "onboarding_exposure", order: "f.id")
    static let discoveries = load(InvitationStatements.discoveryColumns, "onboarding_discovery", order: "f.id")
    static let notices = load(NoticeStatements.columns, "onboarding_notice", order: "f.id")
    static let series = load(NoticeStatements.seriesColumns, "onboarding_series", order: "f.id")
    static let violations = load(
        "report, contractor, engagement, period_start, hours, cleared_at, is_open, sequence", "onboarding_violation",
        order: "f.report")

    /// All but the key of links and what is about nobody, in the order in which they are asked.
    static let all = [
        canonicals, engagements, consents, verifications, records, agreements, credentials, hours, gates, steps,
        enrolments, invitations, exposures, discoveries, notices, series, violations,
    ]

    /// The questions about persons.
    static func calls(contractors: [Identifier], engagements: [Identifier] = []) -> [Call] {
        let parameters = [Parameter.uuids(contractors), .uuids(engagements)]
        return [Call(GateStatements.shareAgreements)] + all.map { Call($0, parameters) }
            + [Call(InvitationStatements.linkKey), Call(ExperimentStopStatements.load)]
    }

    /// What the answers say.
    static func facts(_ rows: [Rows]) throws -> PersonFacts {
        var facts = PersonFacts()
        for row in rows[1] { facts.canonicals[try row.identifier(0)] = try row.identifier(1) }
        facts.engagements = try rows[2].map { row in
            StoryPart(
                try EngagementRecorded.decode(Array(try row.text(2).utf8)).get(), contractor: try row.identifier(0),
                source: try row.text(1))
        }
        facts.consents = try EnrolmentStatements.consents(rows[3])
        facts.verifications = try VerificationStatements.facts(rows[4])
        facts.records = try RecordStatements.facts(rows[5])
        facts.agreements = try RecordStatements.facts(rows[6])
        facts.credentials = try StandingStatements.facts(rows[7])
        facts.hours = try TimeStatements.facts(rows[8])
        facts.gates = try GateStatements.gates(rows[9])
        facts.steps = try GateStatements.steps(rows[10])
        facts.enrolments = try EnrolmentStatements.enrolments(rows[11])
        facts.invitations = try InvitationStatements.invitations(rows[12])
        facts.exposures = try InvitationStatements.exposures(rows[13])
        facts.discoveries = try InvitationStatements.discoveries(rows[14])
        facts.notices = try NoticeStatements.notices(rows[15])
        facts.series = try NoticeStatements.series(rows[16])
        facts.violations = try TimeStatements.violations(rows[17])
        facts.linkKey = try rows[18].only().bytes(0)
        facts.stops = try ExperimentStopStatements.stops(rows[19])
        return facts
    }
}
