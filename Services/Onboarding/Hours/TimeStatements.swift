import Contracts
import Database

/// The SQL of reported hours and of violations.
enum TimeStatements {
    static let upsert = Statement(
        """
        INSERT INTO onboarding_time AS t (report, contractor, engagement, period_start, period_end, hours, revision)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::date[]),
            unnest($5::date[]), unnest($6::int8[]), unnest($7::int8[])
        ON CONFLICT (report) DO UPDATE SET
            period_start = excluded.period_start, period_end = excluded.period_end, hours = excluded.hours,
            revision = excluded.revision
        WHERE t.revision < excluded.revision
        """)

    static let upsertViolations = Statement(
        """
        INSERT INTO onboarding_violation
            (report, contractor, engagement, period_start, hours, cleared_at, is_open, sequence)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::date[]),
            unnest($5::int8[]), unnest($6::timestamptz[]), unnest($7::bool[]), unnest($8::int8[])
        ON CONFLICT (report) DO UPDATE SET
            period_start = excluded.period_start, hours = excluded.hours, cleared_at = excluded.cleared_at,
            is_open = excluded.is_open, sequence = excluded.sequence
        """)

    static let all = [upsert, upsertViolations]

    static func upsert(_ facts: [TimeFact]) -> Call {
        Call(
            upsert,
            [
                .uuids(facts.map(\.report)), .uuids(facts.map(\.contractor)), .uuids(facts.map(\.engagement)),
                .dates(facts.map(\.periodStart)), .dates(facts.map(\.periodEnd)),
                .int8s(facts.map(\.hours.millionths)), .int8s(facts.map(\.revision)),
            ])
    }

    static func upsert(_ rows: [Violation]) -> Call {
        Call(
            upsertViolations,
            [
                .uuids(rows.map(\.report)), .uuids(rows.map(\.contractor)), .uuids(rows.map(\.engagement)),
                .dates(rows.map(\.periodStart)), .int8s(rows.map(\.hours.millionths)),
                .timestamps(rows.map(\.clearedAt)), .bools(rows.map(\.isOpen)), .int8s(rows.map(\.sequence)),
            ])
    }

    static func facts(_ rows: Rows) throws -> [TimeFact] {
        try rows.map { row in
            TimeFact(
                TimeState(
                    report: try row.identifier(0), contractor: try row.identifier(1),
                    engagement: try row.identifier(2), periodStart: try row.day(3), periodEnd: try row.day(4),
                    hours: try row.decimal6(5), revision: try row.int64(6)))
        }
    }

    static func violations(_ rows: Rows) throws -> [Violation] {
        try rows.map { row in
            Violation(
                report: try row.identifier(0), contractor: try row.identifier(1), engagement: try row.identifier(2),
                periodStart: try row.day(3), hours: try row.decimal6(4), clearedAt: try row.optionalTimestamp(5),
                isOpen: try row.bool(6), sequence: try row.int64(7))
        }
    }
}
