import Contracts
import Database
import Messaging

/// The SQL of outside checks.
enum VerificationStatements {
    static let columns = """
        record, revision, contractor, source, record_id, engagement, check_name, status, provider_reference,
        event_time, content
        """

    /// What contractors ($1) are known by, and records ($2) that turn out to be about somebody else.
    static let load = Statement(
        """
        SELECT \(columns) FROM onboarding_verification WHERE contractor = ANY ($1::uuid[])
        UNION ALL
        SELECT \(columns) FROM onboarding_verification
        WHERE record = ANY ($2::uuid[]) AND NOT contractor = ANY ($1::uuid[])
        ORDER BY 1, 2
        """)

    static let insert = Statement(
        """
        INSERT INTO onboarding_verification (\(columns), recorded_at)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::uuid[]), unnest($7::text[]), unnest($8::text[]), unnest($9::text[]),
            unnest($10::timestamptz[]), unnest($11::uuid[]), $12::timestamptz
        """)

    static let all = [load, insert]

    static func insert(_ facts: [VerificationFact], at now: Timestamp) -> Call {
        Call(
            insert,
            [
                .uuids(facts.map(\.key.record)), .int8s(facts.map(\.key.revision)), .uuids(facts.map(\.contractor)),
                .texts(facts.map(\.source)), .texts(facts.map(\.recordID)), .uuids(facts.map(\.engagement)),
                .texts(facts.map(\.check)), .texts(facts.map(\.status.rawValue)),
                .texts(facts.map(\.providerReference)), .timestamps(facts.map(\.eventTime)),
                .uuids(facts.map(\.fingerprint)), .timestamptz(now),
            ])
    }

    static func facts(_ rows: Rows) throws -> [VerificationFact] {
        try rows.map { row in
            VerificationFact(
                key: RecordKey(record: try row.identifier(0), revision: try row.int64(1)),
                contractor: try row.identifier(2), source: try row.text(3), recordID: try row.text(4),
                engagement: try row.optionalIdentifier(5), check: try row.text(6), status: try row.word(7),
                providerReference: try row.text(8), eventTime: try row.timestamp(9),
                fingerprint: try row.identifier(10))
        }
    }
}
