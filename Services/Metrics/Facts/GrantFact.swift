import Contracts
import Database

/// A micro-grant as of its highest sequence.
struct GrantFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var programme: String
    var programmeVersion: Int64
    var plan: String
    var credential: Identifier
    var status: String
    var amount: Int64
    var paid: Int64
    var currency: String
    var countedAt: Timestamp
    var order: Int64

    static let figure = "grant"

    init(_ state: GrantState) {
        id = state.grant
        contractor = state.contractor
        programme = state.programme
        programmeVersion = state.programmeVersion
        plan = state.plan
        credential = state.credential
        status = state.status.rawValue
        amount = state.amount.minorUnits
        paid = state.paid.minorUnits
        currency = state.amount.currency
        countedAt = state.from
        order = state.sequence
    }

    static let load = Statement(
        """
        SELECT id, contractor, programme, programme_version, plan, credential, status, amount_minor_units,
            paid_minor_units, currency, from_at, sequence
        FROM metrics_grant WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        programme = try row.text(2)
        programmeVersion = try row.int64(3)
        plan = try row.text(4)
        credential = try row.identifier(5)
        status = try row.text(6)
        amount = try row.int64(7)
        paid = try row.int64(8)
        currency = try row.text(9)
        countedAt = try row.timestamp(10)
        order = try row.int64(11)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_grant
            (id, contractor, programme, programme_version, plan, credential, status, amount_minor_units,
             paid_minor_units, currency, from_at, sequence)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::text[]), unnest($6::uuid[]), unnest($7::text[]), unnest($8::int8[]), unnest($9::int8[]),
            unnest($10::text[]), unnest($11::timestamptz[]), unnest($12::int8[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme,
            programme_version = excluded.programme_version, plan = excluded.plan,
            credential = excluded.credential, status = excluded.status,
            amount_minor_units = excluded.amount_minor_units, paid_minor_units = excluded.paid_minor_units,
            currency = excluded.currency, from_at = excluded.from_at, sequence = excluded.sequence
        """)

    static func parameters(_ facts: [GrantFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .texts(facts.map(\.programme)),
            .int8s(facts.map(\.programmeVersion)), .texts(facts.map(\.plan)),
            .uuids(facts.map(\.credential)), .texts(facts.map(\.status)), .int8s(facts.map(\.amount)),
            .int8s(facts.map(\.paid)), .texts(facts.map(\.currency)), .timestamps(facts.map(\.countedAt)),
            .int8s(facts.map(\.order)),
        ]
    }
}
