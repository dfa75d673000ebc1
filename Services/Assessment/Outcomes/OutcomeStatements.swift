import Contracts
import Database
import Messaging

/// The SQL of outcomes.
enum OutcomeStatements {
    /// The outcomes announced for contractors, in whoever's name.
    static let load = Statement(
        """
        SELECT id, enrolment, contractor, programme, programme_version, pathway, offering, achievement, passed, score,
            awarded_at, sequence, verdict, attempt, rubric_version
        FROM assessment_outcome WHERE contractor = ANY ($1::uuid[])
        ORDER BY id
        """)

    static let upsert = Statement(
        """
        INSERT INTO assessment_outcome
            (id, enrolment, contractor, programme, programme_version, pathway, offering, achievement, passed, score,
             awarded_at, sequence, verdict, attempt, rubric_version, decided_at)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::int8[]), unnest($6::text[]), unnest($7::text[]), unnest($8::text[]), unnest($9::bool[]),
            unnest($10::int8[]), unnest($11::timestamptz[]), unnest($12::int8[]), unnest($13::text[]),
            unnest($14::text[]), unnest($15::text[]), $16::timestamptz
        ON CONFLICT (id) DO UPDATE SET
            enrolment = excluded.enrolment, programme_version = excluded.programme_version,
            pathway = excluded.pathway, achievement = excluded.achievement, passed = excluded.passed,
            score = excluded.score, awarded_at = excluded.awarded_at, sequence = excluded.sequence,
            verdict = excluded.verdict, attempt = excluded.attempt, rubric_version = excluded.rubric_version,
            decided_at = excluded.decided_at
        """)

    static let all = [load, upsert]

    static func upsert(_ states: [OutcomeState], at now: Timestamp) -> Call {
        Call(
            upsert,
            [
                .uuids(states.map(\.outcome)), .uuids(states.map(\.enrolment)), .uuids(states.map(\.contractor)),
                .texts(states.map(\.programme)), .int8s(states.map(\.programmeVersion)),
                .texts(states.map(\.pathway)), .texts(states.map(\.offering)), .texts(states.map(\.achievement)),
                .bools(states.map(\.passed)), .decimal6s(states.map(\.score)), .timestamps(states.map(\.awardedAt)),
                .int8s(states.map(\.sequence)), .texts(states.map(\.verdict?.rawValue)),
                .texts(states.map(\.attempt)), .texts(states.map(\.rubricVersion)), .timestamptz(now),
            ])
    }

    static func outcomes(_ rows: Rows) throws -> [OutcomeRow] {
        try rows.map { row in
            OutcomeRow(
                OutcomeState(
                    outcome: try row.identifier(0), enrolment: try row.identifier(1),
                    contractor: try row.identifier(2), programme: try row.text(3),
                    programmeVersion: try row.int64(4), pathway: try row.text(5), offering: try row.text(6),
                    achievement: try row.text(7), passed: try row.bool(8), score: try row.decimal6(9),
                    awardedAt: try row.optionalTimestamp(10), sequence: try row.int64(11),
                    verdict: try row.optionalWord(12), attempt: try row.optionalText(13),
                    rubricVersion: try row.optionalText(14)))
        }
    }
}
