import Contracts
import Database
import Messaging

/// Hours, work, a rating or an incident as an outside system reported it, as of its highest revision.
struct ReportFact: Fact, Equatable {
    var id: Identifier
    var type: String
    var contractor: Identifier
    var engagement: Identifier?
    var order: Int64
    var countedAt: Timestamp
    /// The record as it came, a JSON object.
    var content: String

    static let figure = "report"

    init(_ told: ToldReport) {
        id = told.id
        type = told.item.type.name
        contractor = told.contractor
        engagement = told.engagement
        order = told.record.revision
        countedAt = told.record.eventTime
        content = String(decoding: Catalogue.encode(told.record), as: UTF8.self)
    }

    static let load = Statement(
        """
        SELECT id, type, contractor, engagement, revision, event_time, content::text
        FROM metrics_report WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        type = try row.text(1)
        contractor = try row.identifier(2)
        engagement = try row.optionalIdentifier(3)
        order = try row.int64(4)
        countedAt = try row.timestamp(5)
        content = try row.text(6)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_report (id, type, contractor, engagement, revision, event_time, content)
        SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::uuid[]), unnest($4::uuid[]), unnest($5::int8[]),
            unnest($6::timestamptz[]), unnest($7::text[])::jsonb
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, engagement = excluded.engagement, revision = excluded.revision,
            event_time = excluded.event_time, content = excluded.content
        """)

    static func parameters(_ facts: [ReportFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .texts(facts.map(\.type)), .uuids(facts.map(\.contractor)),
            .uuids(facts.map(\.engagement)), .int8s(facts.map(\.order)), .timestamps(facts.map(\.countedAt)),
            .texts(facts.map(\.content)),
        ]
    }
}
