import Contracts
import Database
import Messaging

/// The SQL of results.
enum ResultStatements {
    private static let columns = """
        record, revision, contractor, programme, offering, assessment, percent, event_time, content
        """

    /// The results of contractors ($1), and of records ($2) that turn out to be about somebody else.
    static let load = Statement(
        """
        SELECT \(columns) FROM assessment_result WHERE contractor = ANY ($1::uuid[])
        UNION ALL
        SELECT \(columns) FROM assessment_result
        WHERE record = ANY ($2::uuid[]) AND NOT contractor = ANY ($1::uuid[])
        """)

    static let insert = Statement(
        """
        INSERT INTO assessment_result (\(columns), source, record_id, prior_learning, recorded_at)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::int8[]), unnest($8::timestamptz[]),
            unnest($9::uuid[]), unnest($10::text[]), unnest($11::text[]), unnest($12::bool[]), $13::timestamptz
        """)

    static let all = [load, insert]

    static func insert(_ results: [NewResult], at now: Timestamp) -> Call {
        let facts = results.map(\.fact)
        return Call(
            insert,
            [
                .uuids(facts.map(\.key.record)), .int8s(facts.map(\.key.revision)), .uuids(facts.map(\.contractor)),
                .texts(facts.map(\.programme)), .texts(facts.map(\.offering)), .texts(facts.map(\.assessment)),
                .decimal6s(facts.map(\.percent)), .timestamps(facts.map(\.eventTime)),
                .uuids(facts.map(\.fingerprint)), .texts(results.map(\.source)), .texts(results.map(\.recordID)),
                .bools(results.map(\.priorLearning)), .timestamptz(now),
            ])
    }

    static func facts(_ rows: Rows) throws -> [ResultFact] {
        try rows.map { row in
            ResultFact(
                key: RecordKey(record: try row.identifier(0), revision: try row.int64(1)),
                contractor: try row.identifier(2), programme: try row.text(3), offering: try row.text(4),
                assessment: try row.text(5), percent: try row.decimal6(6), eventTime: try row.timestamp(7),
                fingerprint: try row.identifier(8))
        }
    }
}
