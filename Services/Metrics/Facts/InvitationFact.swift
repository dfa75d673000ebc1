import Contracts
import Database

/// An invitation as of its highest sequence.
struct InvitationFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var programme: String
    var programmeVersion: Int64
    var pathway: String
    var offering: String
    var batch: String?
    var countedAt: Timestamp
    var isWithdrawn: Bool
    /// Of its text; nil where an earlier version wrote it.
    var language: String?
    var order: Int64

    static let figure = "invitation"

    init(_ state: InvitationState) {
        id = state.invitation
        contractor = state.contractor
        programme = state.programme
        programmeVersion = state.programmeVersion
        pathway = state.pathway
        offering = state.offering
        batch = state.batch
        countedAt = state.invitedAt
        isWithdrawn = state.isWithdrawn
        language = state.language
        order = state.sequence
    }

    static let load = Statement(
        """
        SELECT id, contractor, programme, programme_version, pathway, offering, batch, invited_at, is_withdrawn,
            sequence, language
        FROM metrics_invitation WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        programme = try row.text(2)
        programmeVersion = try row.int64(3)
        pathway = try row.text(4)
        offering = try row.text(5)
        batch = try row.optionalText(6)
        countedAt = try row.timestamp(7)
        isWithdrawn = try row.bool(8)
        order = try row.int64(9)
        language = try row.optionalText(10)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_invitation
            (id, contractor, programme, programme_version, pathway, offering, batch, invited_at, is_withdrawn,
             sequence, language)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::text[]), unnest($8::timestamptz[]),
            unnest($9::bool[]), unnest($10::int8[]), unnest($11::text[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme,
            programme_version = excluded.programme_version, pathway = excluded.pathway,
            offering = excluded.offering, batch = excluded.batch, invited_at = excluded.invited_at,
            is_withdrawn = excluded.is_withdrawn, sequence = excluded.sequence,
            language = excluded.language
        """)

    static func parameters(_ facts: [InvitationFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .texts(facts.map(\.programme)),
            .int8s(facts.map(\.programmeVersion)), .texts(facts.map(\.pathway)),
            .texts(facts.map(\.offering)), .texts(facts.map(\.batch)), .timestamps(facts.map(\.countedAt)),
            .bools(facts.map(\.isWithdrawn)), .int8s(facts.map(\.order)),
            .texts(facts.map(\.language)),
        ]
    }
}
