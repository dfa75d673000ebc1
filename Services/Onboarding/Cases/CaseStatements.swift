import Contracts
import Database

/// The SQL of onboarding cases.
enum CaseStatements {
    /// The version that a case was opened under is kept for as long as the programme stays the same.
    static let upsert = Statement(
        """
        INSERT INTO onboarding_case AS c
            (id, engagement, contractor, role, programme, programme_version, opened_at)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::int8[]), $7::timestamptz
        ON CONFLICT (id) DO UPDATE SET
            role = excluded.role, programme = excluded.programme,
            programme_version = CASE
                WHEN c.programme = excluded.programme THEN c.programme_version ELSE excluded.programme_version END
        """)

    static let all = [upsert]

    static func upsert(_ cases: [OnboardingCase], at now: Timestamp) -> Call {
        Call(
            upsert,
            [
                .uuids(cases.map(\.id)), .uuids(cases.map(\.engagement)), .uuids(cases.map(\.contractor)),
                .texts(cases.map(\.role)), .texts(cases.map(\.programme)), .int8s(cases.map(\.programmeVersion)),
                .timestamptz(now),
            ])
    }
}
