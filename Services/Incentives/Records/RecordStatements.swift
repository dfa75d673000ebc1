import Contracts
import Database
import Messaging

/// The SQL of outside records.
enum RecordStatements {
    /// The known revisions of records.
    static let loadRevisions = Statement(
        """
        SELECT record, revision, fingerprint, contractor FROM incentives_record WHERE record = ANY ($1::uuid[])
        ORDER BY record, revision
        """)

    /// Every record about the groups of contractors.
    static let loadGroup = Statement(
        """
        SELECT record, revision, kind, source, record_id, contractor, programme, event_time, content
        FROM incentives_record WHERE contractor = ANY (\(FactStatements.group))
        ORDER BY record, revision
        """)

    /// The revisions of a kind of record with an id, of any source.
    static let loadNamed = Statement(
        """
        SELECT record, revision, kind, source, record_id, contractor, programme, event_time, content
        FROM incentives_record WHERE kind = $1 AND record_id = $2
        ORDER BY record, revision
        """)

    /// Revisions that are new.
    static let insert = Statement(
        """
        INSERT INTO incentives_record (
            record, revision, kind, source, record_id, contractor, programme, event_time, content, fingerprint,
            recorded_at)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::text[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::uuid[]), unnest($7::text[]), unnest($8::timestamptz[]),
            unnest($9::jsonb[]), unnest($10::uuid[]), $11::timestamptz
        """)

    /// Every statement, for the test that prepares them.
    static let all = [loadRevisions, loadGroup, loadNamed, insert]

    /// The call that writes revisions, sorted by key.
    static func write(_ facts: [RecordFact], at now: Timestamp) -> Call {
        Call(
            insert,
            [
                .uuids(facts.map(\.key.record)), .int8s(facts.map(\.key.revision)), .texts(facts.map(\.type.name)),
                .texts(facts.map(\.source)), .texts(facts.map(\.recordID)), .uuids(facts.map(\.contractor)),
                .texts(facts.map(\.programme)), .timestamps(facts.map(\.eventTime)),
                .jsonbs(facts.map(\.content.json)), .uuids(facts.map(\.content.fingerprint)), .timestamptz(now),
            ])
    }

    /// What is known of revisions.
    static func revisions(_ rows: Rows) throws -> RevisionBook {
        var book = RevisionBook()
        for row in rows {
            book.note(
                RecordKey(record: try row.identifier(0), revision: try row.int64(1)), content: try row.identifier(2),
                contractor: try row.optionalIdentifier(3))
        }
        return book
    }

    /// The records of rows.
    static func facts(_ rows: Rows) throws -> [RecordFact] {
        try rows.map { row in
            let type = EventType(try row.text(2))
            let payload = try StoredPayload.read(type, try row.text(8))
            guard let record = payload as? any InboundRecord else { throw UnknownWord(word: type.name) }
            return RecordFact(
                key: RecordKey(record: try row.identifier(0), revision: try row.int64(1)), type: type,
                source: try row.text(3), recordID: try row.text(4), contractor: try row.optionalIdentifier(5),
                programme: try row.optionalText(6), eventTime: try row.timestamp(7), payload: record,
                content: RecordContent(record))
        }
    }
}
