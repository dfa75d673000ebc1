import Contracts
import Database

/// Who takes part in which offering, as of the highest sequence.
struct EnrolmentFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var programme: String
    var programmeVersion: Int64
    var pathway: String
    var offering: String
    var status: String
    var countedAt: Timestamp
    var engagement: Identifier?
    /// When the worker opted out, or else when that was told; nil while the enrolment stands.
    var withdrawnAt: Timestamp?
    var order: Int64

    static let figure = "enrolment"

    /// - Parameter time: when it was told.
    init(_ state: EnrolmentState, at time: Timestamp) {
        id = state.enrolment
        contractor = state.contractor
        programme = state.programme
        programmeVersion = state.programmeVersion
        pathway = state.pathway
        offering = state.offering
        status = state.status.rawValue
        countedAt = state.optedInAt
        engagement = state.engagement
        withdrawnAt = state.status == .withdrawn ? state.withdrawnAt ?? time : nil
        order = state.sequence
    }

    static let load = Statement(
        """
        SELECT id, contractor, programme, programme_version, pathway, offering, status, opted_in_at, engagement,
            sequence, withdrawn_at
        FROM metrics_enrolment WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        programme = try row.text(2)
        programmeVersion = try row.int64(3)
        pathway = try row.text(4)
        offering = try row.text(5)
        status = try row.text(6)
        countedAt = try row.timestamp(7)
        engagement = try row.optionalIdentifier(8)
        order = try row.int64(9)
        withdrawnAt = try row.optionalTimestamp(10)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_enrolment
            (id, contractor, programme, programme_version, pathway, offering, status, opted_in_at, engagement, sequence,
             withdrawn_at)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::text[]), unnest($8::timestamptz[]),
            unnest($9::uuid[]), unnest($10::int8[]), unnest($11::timestamptz[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, programme_version = excluded.programme_version,
            status = excluded.status, opted_in_at = excluded.opted_in_at, engagement = excluded.engagement,
            sequence = excluded.sequence, withdrawn_at = excluded.withdrawn_at
        """)

    static func parameters(_ facts: [EnrolmentFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .texts(facts.map(\.programme)),
            .int8s(facts.map(\.programmeVersion)), .texts(facts.map(\.pathway)), .texts(facts.map(\.offering)),
            .texts(facts.map(\.status)), .timestamps(facts.map(\.countedAt)), .uuids(facts.map(\.engagement)),
            .int8s(facts.map(\.order)), .timestamps(facts.map(\.withdrawnAt)),
        ]
    }
}
