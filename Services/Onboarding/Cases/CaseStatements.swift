import Contracts
import Database

/// The SQL of onboarding cases.
enum CaseStatements {
    static let loadSteps = Statement(
        """
        SELECT case_id, kind, contractor, engagement, programme, done_at
        FROM onboarding_case_step WHERE contractor = ANY ($1::uuid[])
        ORDER BY case_id, kind
        """)

    /// The version that a case was opened under is kept for as long as the programme stays the same.
    static let upsert = Statement(
        """
        INSERT INTO onboarding_case AS c
            (id, engagement, contractor, role, programme, programme_version, opened_at)
        SELECT v.*, $7::timestamptz FROM unnest(
            $1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int8[]) v
        ON CONFLICT (id) DO UPDATE SET
            role = excluded.role, programme = excluded.programme,
            programme_version = CASE
                WHEN c.programme = excluded.programme THEN c.programme_version ELSE excluded.programme_version END
        """)

    static let upsertSteps = Statement(
        """
        INSERT INTO onboarding_case_step (case_id, kind, contractor, engagement, programme, done_at, state)
        SELECT v.*, CASE WHEN v.done_at IS NULL THEN 'open' ELSE 'done' END
        FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[])
            v (case_id, kind, contractor, engagement, programme, done_at)
        ON CONFLICT (case_id, kind) DO UPDATE SET
            programme = excluded.programme, state = excluded.state, done_at = excluded.done_at
        """)

    /// A checklist is one of a programme's as a whole, or none.
    static let dropSteps = Statement("DELETE FROM onboarding_case_step WHERE case_id = ANY ($1::uuid[])")

    static let all = [loadSteps, upsert, upsertSteps, dropSteps]

    static func dropSteps(_ cases: [Identifier]) -> Call {
        Call(dropSteps, [.uuids(Set(cases).sorted())])
    }

    static func upsert(_ cases: [OnboardingCase], at now: Timestamp) -> Call {
        Call(
            upsert,
            [
                .uuids(cases.map(\.id)), .uuids(cases.map(\.engagement)), .uuids(cases.map(\.contractor)),
                .texts(cases.map(\.role)), .texts(cases.map(\.programme)), .int8s(cases.map(\.programmeVersion)),
                .timestamptz(now),
            ])
    }

    static func upsert(_ steps: [CaseStep]) -> Call {
        Call(
            upsertSteps,
            [
                .uuids(steps.map(\.caseID)), .texts(steps.map(\.kind.rawValue)), .uuids(steps.map(\.contractor)),
                .uuids(steps.map(\.engagement)), .texts(steps.map(\.programme)), .timestamps(steps.map(\.doneAt)),
            ])
    }

    static func steps(_ rows: Rows) throws -> [CaseStep] {
        try rows.map { row in
            let text = try row.text(1)
            guard let kind = CaseStep.Kind(rawValue: text) else {
                throw DatabaseError(.decoding, "\(text) is no kind of step")
            }
            return CaseStep(
                caseID: try row.identifier(0), kind: kind, contractor: try row.identifier(2),
                engagement: try row.identifier(3), programme: try row.text(4), doneAt: try row.optionalTimestamp(5))
        }
    }
}
