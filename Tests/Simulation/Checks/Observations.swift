import Database

@testable import MetricsService

/// What the services know in the end: facts and outcomes, which must not depend on the order in which they heard of
/// them nor on what went wrong meanwhile.
///
/// A new table is registered here and nowhere else.
enum Observations {
    /// Name and query; times of hearing, sequences, salts and ids that chance drew are left out on purpose.
    static let queries: [(name: String, sql: String)] = listed

    /// Of whom a credential was revoked or suspended.
    ///
    /// What a gate made of it depends on when that was heard, and what was paid because of it stands.
    private static let restricted = (
        name: "of whom a credential was taken back",
        sql: "SELECT contractor FROM onboarding_credential WHERE status = 'revoked' OR suspended_until IS NOT NULL"
    )

    /// What is not compared of those of whom either run took a credential back.
    private static let gated: Set = ["gates", "gate steps", "violations", "cases known to metrics"]

    /// What is not compared of those of whom one run took a credential back that the other never issued.
    private static let paid: Set = ["claims", "balances, by whom they are about"]

    private static let listed: [(name: String, sql: String)] = [
        ("identities", "SELECT contractor, source, worker_id, person_id FROM onboarding_identity"),
        ("links", "SELECT id, canonical FROM onboarding_contractor"),
        (
            "engagements",
            """
            SELECT id, contractor, revision, status, role, event_time, starts_at, ends_at, end_reason,
                value_minor_units, value_currency
            FROM onboarding_engagement
            """
        ),
        (
            "engagement revisions",
            "SELECT engagement, revision, contractor, content FROM onboarding_engagement_revision"
        ),
        ("cases", "SELECT id, engagement, contractor, role, programme, programme_version FROM onboarding_case"),
        ("consents", "SELECT record, revision, contractor, decision, content FROM onboarding_consent"),
        (
            "enrolments",
            """
            SELECT id, contractor, programme, programme_version, pathway, offering, status, opted_in_at, engagement,
                withdrawn_at
            FROM onboarding_enrolment
            """
        ),
        ("verifications", "SELECT record, revision, contractor, check_name, status FROM onboarding_verification"),
        (
            "records of onboarding",
            "SELECT record, revision, kind, contractor, source, record_id, content FROM onboarding_record"
        ),
        ("hours told", "SELECT report, contractor, engagement, period_start, hours, revision FROM onboarding_time"),
        (
            "gates",
            """
            SELECT case_id, engagement, contractor, role, programme, programme_version, status, opened_at, started_at,
                warning_at, due_at, cleared_at, is_warned, is_breached, agreement
            FROM onboarding_gate
            """
        ),
        (
            "gate steps",
            """
            SELECT case_id, contractor, step, kind, owner, blocks, state, done_at, waived_by, text_version
            FROM onboarding_step
            """
        ),
        (
            "violations",
            """
            SELECT report, contractor, engagement, period_start, hours, cleared_at
            FROM onboarding_violation WHERE is_open
            """
        ),
        (
            "invitations",
            """
            SELECT id, contractor, programme, programme_version, pathway, offering, batch, expected_hours, statement,
                experiments, variants, invited_at, expires_at, is_withdrawn
            FROM onboarding_invitation
            """
        ),
        ("exposures", "SELECT id, contractor, programme, experiment, variant, exposed_at FROM onboarding_exposure"),
        ("discoveries", "SELECT id, contractor, programme, pathway, seen_at FROM onboarding_discovery"),
        (
            "records of attempts",
            "SELECT record, revision, kind, contractor, attempt, offering, event_time FROM assessment_attempt_record"
        ),
        (
            "attempts",
            """
            SELECT id, contractor, programme, programme_version, offering, is_renewal, started_at, refusal, verdict, score,
                rubric_version, counts
            FROM assessment_attempt WHERE refusal IS DISTINCT FROM 'not-started'
            """
        ),
        (
            "verdicts",
            """
            SELECT id, contractor, enrolment, offering, passed, verdict, score, awarded_at, attempt
            FROM assessment_outcome WHERE verdict IS NOT NULL
            """
        ),
        (
            "stipends",
            """
            SELECT id, contractor, state ->> 'task', state -> 'amount' FROM incentives_reward
            WHERE kind = 'stipend' AND NOT coalesce((state ->> 'isReturned')::boolean, false)
            """
        ),
        (
            "claims",
            """
            SELECT id, contractor, state ->> 'status', state -> 'approved' FROM incentives_reward WHERE kind = 'claim'
            """
        ),
        ("requisitions", "SELECT record, revision, status, role, count, event_time FROM metrics_requisition"),
        (
            "cases known to metrics",
            """
            SELECT id, contractor, engagement, status, opened_at, due_at, cleared_at FROM metrics_case
            """
        ),
        ("results", "SELECT record, revision, contractor, assessment, percent, event_time FROM assessment_result"),
        (
            "assessed enrolments",
            "SELECT id, contractor, offering, status, opted_in_at, started_at FROM assessment_enrolment"
        ),
        (
            "outcomes",
            "SELECT id, contractor, enrolment, offering, achievement, passed, awarded_at FROM assessment_outcome WHERE passed"
        ),
        (
            "credentials",
            """
            SELECT id, outcome, holder, programme, programme_version, offering, achievement, status, awarded_at,
                valid_from, valid_until
            FROM credentialing_credential WHERE status <> 'revoked'
            """
        ),
        (
            "engagements known to incentives",
            "SELECT id, contractor, revision, status, starts_at, value_minor, value_currency FROM incentives_engagement"
        ),
        (
            "credentials known to incentives",
            "SELECT id, contractor, offering, status, awarded_at FROM incentives_credential WHERE status <> 'revoked'"
        ),
        ("earnings", "SELECT source, id, revision, contractor, gross_minor FROM incentives_earning"),
        (
            "pools",
            // All are closed when time has run out; of revoked credentials only some were ever open.
            """
            SELECT credential, pool, contractor, valid_from, valid_until FROM incentives_pool_membership
            WHERE credential IN (SELECT id FROM credentialing_credential WHERE status <> 'revoked')
            """
        ),
        (
            "premium uses",
            "SELECT engagement, credential, contractor, amount_minor, amount_currency FROM incentives_premium_use WHERE open"
        ),
        (
            "balances, by whom they are about",
            """
            SELECT contractor, account, unit, sum(amount) AS balance FROM (
                SELECT contractor, credit_account AS account, unit, amount FROM incentives_posting
                UNION ALL SELECT contractor, debit_account, unit, -amount FROM incentives_posting
            ) p GROUP BY contractor, account, unit HAVING sum(amount) <> 0
            """
        ),
        (
            "engagements known to metrics",
            "SELECT id, contractor, revision, status, role, starts_at, ends_at, accepted_at FROM metrics_engagement"
        ),
        ("enrolments known to metrics", "SELECT id, contractor, offering, status, opted_in_at FROM metrics_enrolment"),
        ("starts", "SELECT enrolment, contractor, started_at FROM metrics_assessment_start"),
        (
            "credentials known to metrics",
            "SELECT id, contractor, offering, status, awarded_at FROM metrics_credential WHERE status <> 'revoked'"
        ),
        (
            "pools known to metrics",
            """
            SELECT m.contractor, m.pool, m.from_at, m.until_at
            FROM metrics_pool_membership m JOIN incentives_pool_membership i USING (id)
            WHERE i.credential IN (SELECT id FROM credentialing_credential WHERE status <> 'revoked')
            """
        ),
        (
            "premiums known to metrics",
            "SELECT contractor, credential, engagement, amount_minor_units FROM metrics_premium_use WHERE NOT is_returned"
        ),
    ]

    /// The figures that managers read, as production computes them, with their parameters.
    static let figures: [(name: String, query: Statement, parameters: [String])] = [
        ("the funnel", FunnelReport.query, ["seasonal-retail"]),
        ("the rehire rate within 90 days", RehireReport.query, ["2024-09-30", "90"]),
        ("the rehire rate within a year", RehireReport.query, ["2025-12-31", "365"]),
    ]

    static func all(_ monitor: Monitor) throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        for figure in figures {
            found[figure.name] = try monitor.often(figure.query.sql, figure.parameters)
                .map { $0.joined(separator: ", ") }
        }
        found[restricted.name] = try monitor.texts(restricted.sql)
        for query in queries {
            found[query.name] = try monitor.texts("SELECT row_to_json(t)::text FROM (\(query.sql)) t ORDER BY 1")
        }
        return found
    }

    /// What one run knows and the other does not.
    static func differences(_ run: [String: [String]], _ reference: [String: [String]]) -> [String] {
        let (here, there) = (Set(run[restricted.name] ?? []), Set(reference[restricted.name] ?? []))
        func apart(from name: String) -> Set<String> {
            if gated.contains(name) { return here.union(there) }
            return paid.contains(name) ? here.symmetricDifference(there) : []
        }
        func compared(_ name: String, _ found: [String: [String]]) -> Set<String> {
            let apart = apart(from: name)
            return Set(
                (found[name] ?? []).filter { row in !apart.contains { row.contains("\"contractor\":\"\($0)\"") } })
        }
        return (queries.map(\.name) + figures.map(\.name)).flatMap { name -> [String] in
            let (left, right) = (compared(name, run), compared(name, reference))
            return right.subtracting(left).sorted().prefix(3).map { "\(name): missing \($0)" }
                + left.subtracting(right).sorted().prefix(3).map { "\(name): surplus \($0)" }
        }
    }
}
