import Contracts
import Database
import Messaging

/// A revision of a requisition: a role is wanted, filled or withdrawn.
///
/// Every revision is kept: a search has begun when the first of them says that people are wanted, whatever came later.
struct RequisitionFact: Sendable, Equatable {
    let key: RecordKey
    let status: String
    let role: String
    let count: Int64
    let region: String?
    let wantedFrom: Day?
    let eventTime: Timestamp
    /// Equal for equal content, apart from when it was recorded: exports repeat a row with a new date.
    let content: Identifier

    init(_ record: RequisitionRecorded, source: String) {
        key = RecordKey(record: .derived("requisition", source, record.id), revision: record.revision)
        status = record.status.rawValue
        role = record.roleCode
        count = record.count
        region = record.region
        wantedFrom = record.wantedFrom
        eventTime = record.eventTime
        content = RecordContent(record).fingerprint
    }

    static let load = Statement(
        """
        SELECT record, revision, status, role, count, region, wanted_from, event_time, content
        FROM metrics_requisition WHERE record = ANY ($1::uuid[]) ORDER BY record, revision
        """)

    static func query(_ told: [RequisitionFact]) -> Call {
        Call(load, [.uuids(Set(told.map(\.key.record)).sorted())])
    }

    init(_ row: Row) throws {
        key = RecordKey(record: try row.identifier(0), revision: try row.int64(1))
        status = try row.text(2)
        role = try row.text(3)
        count = try row.int64(4)
        region = try row.optionalText(5)
        wantedFrom = try row.optionalDay(6)
        eventTime = try row.timestamp(7)
        content = try row.identifier(8)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_requisition
            (record, revision, status, role, count, region, wanted_from, event_time, content)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::text[]), unnest($4::text[]),
            unnest($5::int8[]), unnest($6::text[]), unnest($7::date[]), unnest($8::timestamptz[]),
            unnest($9::uuid[])
        """)

    static func write(_ facts: [RequisitionFact]) -> Call {
        Call(
            insert,
            [
                .uuids(facts.map(\.key.record)), .int8s(facts.map(\.key.revision)), .texts(facts.map(\.status)),
                .texts(facts.map(\.role)), .int8s(facts.map(\.count)), .texts(facts.map(\.region)),
                .dates(facts.map(\.wantedFrom)), .timestamps(facts.map(\.eventTime)), .uuids(facts.map(\.content)),
            ])
    }
}
