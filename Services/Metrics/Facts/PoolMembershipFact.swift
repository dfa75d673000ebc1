import Contracts
import Database

/// A membership of a preferred pool as of its highest sequence.
struct PoolMembershipFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var programme: String
    var pool: String
    var countedAt: Timestamp
    var until: Timestamp
    var isOpen: Bool
    var order: Int64

    static let figure = "pool-membership"

    init(_ state: PoolMembershipState, isOpen: Bool) {
        id = state.membership
        contractor = state.contractor
        programme = state.programme
        pool = state.pool
        countedAt = state.from
        until = state.until
        self.isOpen = isOpen
        order = state.sequence
    }

    static let load = Statement(
        """
        SELECT id, contractor, programme, pool, from_at, until_at, is_open, sequence
        FROM metrics_pool_membership WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        programme = try row.text(2)
        pool = try row.text(3)
        countedAt = try row.timestamp(4)
        until = try row.timestamp(5)
        isOpen = try row.bool(6)
        order = try row.int64(7)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_pool_membership (id, contractor, programme, pool, from_at, until_at, is_open, sequence)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]),
            unnest($5::timestamptz[]), unnest($6::timestamptz[]), unnest($7::bool[]), unnest($8::int8[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, from_at = excluded.from_at, until_at = excluded.until_at,
            is_open = excluded.is_open, sequence = excluded.sequence
        """)

    static func parameters(_ facts: [PoolMembershipFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .texts(facts.map(\.programme)),
            .texts(facts.map(\.pool)), .timestamps(facts.map(\.countedAt)), .timestamps(facts.map(\.until)),
            .bools(facts.map(\.isOpen)), .int8s(facts.map(\.order)),
        ]
    }
}
