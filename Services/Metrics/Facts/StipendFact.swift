import Contracts
import Database

/// A stipend for a task as of its highest sequence.
struct StipendFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var programme: String
    var programmeVersion: Int64
    var task: Identifier
    var amount: Int64
    var currency: String
    var isReturned: Bool
    var order: Int64
    /// Stipends have no time of their own in the event; their task's completion counts them in reports.
    var countedAt: Timestamp { Timestamp(microseconds: 0) }

    static let figure = "stipend"

    init(_ state: StipendState) {
        id = state.stipend
        contractor = state.contractor
        programme = state.programme
        programmeVersion = state.programmeVersion
        task = state.task
        amount = state.amount.minorUnits
        currency = state.amount.currency
        isReturned = state.isReturned
        order = state.sequence
    }

    static let load = Statement(
        """
        SELECT id, contractor, programme, programme_version, task, amount_minor_units, currency, is_returned,
            sequence
        FROM metrics_stipend WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        programme = try row.text(2)
        programmeVersion = try row.int64(3)
        task = try row.identifier(4)
        amount = try row.int64(5)
        currency = try row.text(6)
        isReturned = try row.bool(7)
        order = try row.int64(8)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_stipend
            (id, contractor, programme, programme_version, task, amount_minor_units, currency, is_returned,
             sequence)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::uuid[]), unnest($6::int8[]), unnest($7::text[]), unnest($8::bool[]), unnest($9::int8[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme,
            programme_version = excluded.programme_version, task = excluded.task,
            amount_minor_units = excluded.amount_minor_units, currency = excluded.currency,
            is_returned = excluded.is_returned, sequence = excluded.sequence
        """)

    static func parameters(_ facts: [StipendFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .texts(facts.map(\.programme)),
            .int8s(facts.map(\.programmeVersion)), .uuids(facts.map(\.task)), .int8s(facts.map(\.amount)),
            .texts(facts.map(\.currency)), .bools(facts.map(\.isReturned)), .int8s(facts.map(\.order)),
        ]
    }
}
