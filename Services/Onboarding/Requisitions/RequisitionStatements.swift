import Contracts
import Database

/// The SQL of requisitions.
enum RequisitionStatements {
    static let load = Statement(
        """
        SELECT r.record, r.revision, r.content
        FROM unnest($1::uuid[], $2::int8[]) v (record, revision)
        JOIN onboarding_requisition r USING (record, revision)
        ORDER BY r.record, r.revision
        """)

    static let insert = Statement(
        """
        INSERT INTO onboarding_requisition
            (record, revision, source, record_id, status, role, count, region, wanted_from, event_time, content,
             recorded_at)
        SELECT v.*, $12::timestamptz FROM unnest(
            $1::uuid[], $2::int8[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int8[], $8::text[],
            $9::date[], $10::timestamptz[], $11::uuid[]) v
        """)

    static let all = [load, insert]

    static func insert(_ facts: [RequisitionBook.Fact], at now: Timestamp) -> Call {
        Call(
            insert,
            [
                .uuids(facts.map(\.key.record)), .int8s(facts.map(\.key.revision)), .texts(facts.map(\.source)),
                .texts(facts.map(\.record.id)), .texts(facts.map(\.record.status.rawValue)),
                .texts(facts.map(\.record.roleCode)), .int8s(facts.map(\.record.count)),
                .texts(facts.map(\.record.region)), .dates(facts.map(\.record.wantedFrom)),
                .timestamps(facts.map(\.record.eventTime)), .uuids(facts.map(\.fingerprint)), .timestamptz(now),
            ])
    }

    static func revisions(_ rows: Rows) throws -> RevisionBook {
        var book = RevisionBook()
        for row in rows {
            book.note(
                RecordKey(record: try row.identifier(0), revision: try row.int64(1)), content: try row.identifier(2),
                contractor: nil)
        }
        return book
    }
}
