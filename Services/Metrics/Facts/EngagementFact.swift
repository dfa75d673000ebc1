import Contracts
import Database

/// An engagement as of its highest revision, with the earliest offer and acceptance that were told.
struct EngagementFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var order: Int64
    var status: String
    var role: String
    var startsAt: Timestamp?
    var endsAt: Timestamp?
    var acceptedAt: Timestamp?
    var offeredAt: Timestamp?
    /// The requisition that it fills.
    var requisition: Identifier?
    var region: String?
    /// Counted by its acceptance; without one by the first moment that anything is known of it.
    var countedAt: Timestamp { acceptedAt ?? startsAt ?? endsAt ?? Timestamp(microseconds: 0) }

    static let figure = "engagement"

    init(_ state: EngagementState) {
        id = state.engagement
        contractor = state.contractor
        order = state.revision
        status = state.status.rawValue
        role = state.role
        startsAt = state.startsAt
        endsAt = state.endsAt
        acceptedAt = state.status == .accepted ? state.occurredAt : nil
        offeredAt = state.status == .offered ? state.occurredAt : nil
        requisition = state.requisition
        region = state.region
    }

    mutating func merge(_ other: EngagementFact) {
        let accepted = [acceptedAt, other.acceptedAt].compactMap { $0 }.min()
        let offered = [offeredAt, other.offeredAt].compactMap { $0 }.min()
        if other.order > order { self = other }
        acceptedAt = accepted
        offeredAt = offered
    }

    static let load = Statement(
        """
        SELECT id, contractor, revision, status, role, starts_at, ends_at, accepted_at, offered_at, requisition, region
        FROM metrics_engagement WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    /// The roles of engagements that hours were reported of; read without a lock, since nothing is changed by them.
    static let roles = Statement(
        "SELECT id, role FROM metrics_engagement WHERE id = ANY ($1::uuid[]) ORDER BY id")

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        order = try row.int64(2)
        status = try row.text(3)
        role = try row.text(4)
        startsAt = try row.optionalTimestamp(5)
        endsAt = try row.optionalTimestamp(6)
        acceptedAt = try row.optionalTimestamp(7)
        offeredAt = try row.optionalTimestamp(8)
        requisition = try row.optionalIdentifier(9)
        region = try row.optionalText(10)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_engagement
            (id, contractor, revision, status, role, starts_at, ends_at, accepted_at, offered_at, requisition, region)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::int8[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::timestamptz[]), unnest($7::timestamptz[]),
            unnest($8::timestamptz[]), unnest($9::timestamptz[]), unnest($10::uuid[]), unnest($11::text[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            revision = excluded.revision, status = excluded.status, role = excluded.role,
            starts_at = excluded.starts_at, ends_at = excluded.ends_at, accepted_at = excluded.accepted_at,
            offered_at = excluded.offered_at, requisition = excluded.requisition, region = excluded.region
        """)

    static func parameters(_ facts: [EngagementFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .int8s(facts.map(\.order)),
            .texts(facts.map(\.status)), .texts(facts.map(\.role)), .timestamps(facts.map(\.startsAt)),
            .timestamps(facts.map(\.endsAt)), .timestamps(facts.map(\.acceptedAt)),
            .timestamps(facts.map(\.offeredAt)), .uuids(facts.map(\.requisition)), .texts(facts.map(\.region)),
        ]
    }
}
