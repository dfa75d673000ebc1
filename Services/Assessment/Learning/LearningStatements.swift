import Contracts
import Database
import Messaging

/// The SQL of learning statements.
enum LearningStatements {
    /// Every revision of the records named, so that a record cannot move to another contractor.
    static let load = Statement(
        """
        SELECT record, revision, content, contractor FROM assessment_learning WHERE record = ANY ($1::uuid[])
        ORDER BY record, revision
        """)

    static let insert = Statement(
        """
        INSERT INTO assessment_learning
            (record, revision, contractor, source, record_id, verb, object, statement, event_time, content, recorded_at)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::text[]), unnest($8::text[]),
            unnest($9::timestamptz[]), unnest($10::uuid[]), $11::timestamptz
        """)

    static let all = [load, insert]

    static func insert(_ facts: [LearningBook.Fact], at now: Timestamp) -> Call {
        Call(
            insert,
            [
                .uuids(facts.map(\.key.record)), .int8s(facts.map(\.key.revision)), .uuids(facts.map(\.contractor)),
                .texts(facts.map(\.source)), .texts(facts.map(\.record.id)), .texts(facts.map(\.record.verb)),
                .texts(facts.map(\.record.object)), .texts(facts.map(\.record.statement)),
                .timestamps(facts.map(\.record.eventTime)), .uuids(facts.map(\.fingerprint)), .timestamptz(now),
            ])
    }

    static func revisions(_ rows: Rows) throws -> RevisionBook {
        var book = RevisionBook()
        for row in rows {
            book.note(
                RecordKey(record: try row.identifier(0), revision: try row.int64(1)), content: try row.identifier(2),
                contractor: try row.identifier(3))
        }
        return book
    }
}
