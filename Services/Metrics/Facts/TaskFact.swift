import Contracts
import Database

/// A completed task of an assessment as of its highest sequence.
struct TaskFact: Fact, Equatable {
    var id: Identifier
    var enrolment: Identifier
    var contractor: Identifier
    var programme: String
    var programmeVersion: Int64
    var pathway: String
    var offering: String
    var layer: String
    var countedAt: Timestamp
    var order: Int64

    static let figure = "assessment-task"

    init(_ state: TaskState) {
        id = state.task
        enrolment = state.enrolment
        contractor = state.contractor
        programme = state.programme
        programmeVersion = state.programmeVersion
        pathway = state.pathway
        offering = state.offering
        layer = state.layer.rawValue
        countedAt = state.completedAt
        order = state.sequence
    }

    static let load = Statement(
        """
        SELECT id, enrolment, contractor, programme, programme_version, pathway, offering, layer, completed_at,
            sequence
        FROM metrics_task WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        enrolment = try row.identifier(1)
        contractor = try row.identifier(2)
        programme = try row.text(3)
        programmeVersion = try row.int64(4)
        pathway = try row.text(5)
        offering = try row.text(6)
        layer = try row.text(7)
        countedAt = try row.timestamp(8)
        order = try row.int64(9)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_task
            (id, enrolment, contractor, programme, programme_version, pathway, offering, layer, completed_at,
             sequence)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::int8[]), unnest($6::text[]), unnest($7::text[]), unnest($8::text[]),
            unnest($9::timestamptz[]), unnest($10::int8[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            enrolment = excluded.enrolment, contractor = excluded.contractor, programme = excluded.programme,
            programme_version = excluded.programme_version, pathway = excluded.pathway,
            offering = excluded.offering, layer = excluded.layer, completed_at = excluded.completed_at,
            sequence = excluded.sequence
        """)

    static func parameters(_ facts: [TaskFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.enrolment)), .uuids(facts.map(\.contractor)),
            .texts(facts.map(\.programme)), .int8s(facts.map(\.programmeVersion)),
            .texts(facts.map(\.pathway)), .texts(facts.map(\.offering)), .texts(facts.map(\.layer)),
            .timestamps(facts.map(\.countedAt)), .int8s(facts.map(\.order)),
        ]
    }
}
