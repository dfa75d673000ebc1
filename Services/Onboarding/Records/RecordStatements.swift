import Contracts
import Database
import Messaging

/// The SQL of further records.
enum RecordStatements {
    /// What is known of records ($1).
    static let load = Statement(
        """
        SELECT record, revision, content, contractor FROM onboarding_record
        WHERE record = ANY ($1::uuid[])
        ORDER BY record, revision
        """)

    static let insert = Statement(
        """
        INSERT INTO onboarding_record
            (record, revision, kind, contractor, source, record_id, invitation, event_time, content, body, recorded_at)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::text[]), unnest($4::uuid[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::uuid[]), unnest($8::timestamptz[]),
            unnest($9::uuid[]), unnest($10::jsonb[]), $11::timestamptz
        """)

    static let all = [load, insert]

    static func insert(_ facts: [RecordedFact], at now: Timestamp) -> Call {
        Call(
            insert,
            [
                .uuids(facts.map(\.key.record)), .int8s(facts.map(\.key.revision)), .texts(facts.map(\.kind.rawValue)),
                .uuids(facts.map(\.contractor)), .texts(facts.map(\.source)), .texts(facts.map(\.record.id)),
                .uuids(facts.map(\.invitation)), .timestamps(facts.map(\.record.eventTime)),
                .uuids(facts.map(\.content.fingerprint)), .jsonbs(facts.map(\.content.json)), .timestamptz(now),
            ])
    }

    static func revisions(_ rows: Rows) throws -> RevisionBook {
        var book = RevisionBook()
        for row in rows {
            book.note(
                RecordKey(record: try row.identifier(0), revision: try row.int64(1)), content: try row.identifier(2),
                contractor: try row.optionalIdentifier(3))
        }
        return book
    }

    /// Facts of rows of kind, contractor, source, invitation and body.
    static func facts(_ rows: Rows) throws -> [RecordedFact] {
        try rows.map { row in
            let kind = try row.text(0)
            guard let kind = RecordedFact.Kind(rawValue: kind) else {
                throw DatabaseError(.decoding, "\(kind) is no kind of record")
            }
            return RecordedFact(
                kind: kind, contractor: try row.optionalIdentifier(1), source: try row.text(2),
                invitation: try row.optionalIdentifier(3), try kind.read(try row.text(4)))
        }
    }
}
