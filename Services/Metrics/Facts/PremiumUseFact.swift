import Contracts
import Database

/// A use of a premium entitlement as of its highest sequence.
struct PremiumUseFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var programme: String
    var credential: Identifier
    var engagement: Identifier
    var isReturned: Bool
    var amount: Money?
    var order: Int64
    /// Uses have no time of their own in the event; their engagement's start counts them in reports.
    var countedAt: Timestamp { Timestamp(microseconds: 0) }

    static let figure = "premium-use"

    init(_ state: PremiumUseState, isReturned: Bool) {
        id = state.use
        contractor = state.contractor
        programme = state.programme
        credential = state.credential
        engagement = state.engagement
        self.isReturned = isReturned
        amount = state.amount
        order = state.sequence
    }

    static let load = Statement(
        """
        SELECT id, contractor, programme, credential, engagement, is_returned, amount_minor_units, currency, sequence
        FROM metrics_premium_use WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        programme = try row.text(2)
        credential = try row.identifier(3)
        engagement = try row.identifier(4)
        isReturned = try row.bool(5)
        if let units = try row.optionalInt64(6), let currency = try row.optionalText(7) {
            amount = Money(minorUnits: units, currency: currency)
        }
        order = try row.int64(8)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_premium_use
            (id, contractor, programme, credential, engagement, is_returned, amount_minor_units, currency, sequence)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::uuid[]),
            unnest($5::uuid[]), unnest($6::bool[]), unnest($7::int8[]), unnest($8::text[]), unnest($9::int8[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, is_returned = excluded.is_returned,
            amount_minor_units = excluded.amount_minor_units, currency = excluded.currency,
            sequence = excluded.sequence
        """)

    static func parameters(_ facts: [PremiumUseFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .texts(facts.map(\.programme)),
            .uuids(facts.map(\.credential)), .uuids(facts.map(\.engagement)), .bools(facts.map(\.isReturned)),
            .int8s(facts.map { $0.amount?.minorUnits }), .texts(facts.map { $0.amount?.currency }),
            .int8s(facts.map(\.order)),
        ]
    }
}
