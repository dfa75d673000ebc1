import Contracts
import Database

/// The SQL of results.
enum ResultStatements {
    private static let columns = """
        record, revision, contractor, source, record_id, programme, offering, assessment, percent, prior_learning,
        event_time, content
        """

    /// The results of whole groups of contractors ($1), and of records ($2) that turn out to be about somebody else.
    static let load = Statement(
        """
        WITH member AS MATERIALIZED (\(Groups.members))
        SELECT \(columns) FROM assessment_result WHERE contractor = ANY (ARRAY(SELECT id FROM member))
        UNION ALL
        SELECT \(columns) FROM assessment_result
        WHERE record = ANY ($2::uuid[]) AND NOT contractor = ANY (ARRAY(SELECT id FROM member))
        ORDER BY 1, 2
        """)

    static let insert = Statement(
        """
        INSERT INTO assessment_result (\(columns), recorded_at)
        SELECT v.*, $13::timestamptz FROM unnest(
            $1::uuid[], $2::int8[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::int8[], $10::bool[], $11::timestamptz[], $12::uuid[]) v
        """)

    static let all = [load, insert]

    static func insert(_ facts: [ResultFact], at now: Timestamp) -> Call {
        Call(
            insert,
            [
                .uuids(facts.map(\.key.record)), .int8s(facts.map(\.key.revision)), .uuids(facts.map(\.contractor)),
                .texts(facts.map(\.source)), .texts(facts.map(\.recordID)), .texts(facts.map(\.programme)),
                .texts(facts.map(\.offering)), .texts(facts.map(\.assessment)), .decimal6s(facts.map(\.percent)),
                .bools(facts.map(\.priorLearning)), .timestamps(facts.map(\.eventTime)),
                .uuids(facts.map(\.fingerprint)), .timestamptz(now),
            ])
    }

    static func facts(_ rows: Rows) throws -> [ResultFact] {
        try rows.map { row in
            ResultFact(
                key: RecordKey(record: try row.identifier(0), revision: try row.int64(1)),
                contractor: try row.identifier(2), source: try row.text(3), recordID: try row.text(4),
                programme: try row.text(5), offering: try row.text(6), assessment: try row.text(7),
                percent: try row.decimal6(8), priorLearning: try row.bool(9), eventTime: try row.timestamp(10),
                fingerprint: try row.identifier(11))
        }
    }
}
