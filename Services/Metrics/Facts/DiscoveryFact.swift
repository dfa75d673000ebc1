import Contracts
import Database

/// When somebody first saw a pathway; the earliest telling counts.
struct DiscoveryFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var programme: String
    var pathway: String
    var countedAt: Timestamp
    /// The earliest counts, so nothing grows.
    var order: Int64 { 0 }

    static let figure = "discovery"

    init(_ state: DiscoveryState) {
        id = state.discovery
        contractor = state.contractor
        programme = state.programme
        pathway = state.pathway
        countedAt = state.seenAt
    }

    mutating func merge(_ other: DiscoveryFact) {
        if other.countedAt < countedAt { self = other }
    }

    static let load = Statement(
        """
        SELECT id, contractor, programme, pathway, seen_at
        FROM metrics_discovery WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        programme = try row.text(2)
        pathway = try row.text(3)
        countedAt = try row.timestamp(4)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_discovery
            (id, contractor, programme, pathway, seen_at)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]),
            unnest($5::timestamptz[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme, pathway = excluded.pathway,
            seen_at = excluded.seen_at
        """)

    static func parameters(_ facts: [DiscoveryFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .texts(facts.map(\.programme)),
            .texts(facts.map(\.pathway)), .timestamps(facts.map(\.countedAt)),
        ]
    }
}
