import Contracts
import Database

/// A credential as of its highest sequence.
struct CredentialFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var programme: String
    var programmeVersion: Int64
    var pathway: String
    var offering: String
    var achievement: String
    var status: String
    var countedAt: Timestamp
    var validUntil: Timestamp
    /// When it was taken back for cause; nil where it never counted.
    var revokedAt: Timestamp?
    var order: Int64

    static let figure = "credential"

    init(_ state: CredentialState) {
        id = state.credential
        contractor = state.contractor
        programme = state.programme
        programmeVersion = state.programmeVersion
        pathway = state.pathway
        offering = state.offering
        achievement = state.achievement
        status = state.status.rawValue
        countedAt = state.awardedAt
        validUntil = state.validUntil
        revokedAt = state.status == .revoked ? state.revokedAt : nil
        order = state.sequence
    }

    static let load = Statement(
        """
        SELECT id, contractor, programme, programme_version, pathway, offering, achievement, status, awarded_at,
            valid_until, sequence, revoked_at
        FROM metrics_credential WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        programme = try row.text(2)
        programmeVersion = try row.int64(3)
        pathway = try row.text(4)
        offering = try row.text(5)
        achievement = try row.text(6)
        status = try row.text(7)
        countedAt = try row.timestamp(8)
        validUntil = try row.timestamp(9)
        order = try row.int64(10)
        revokedAt = try row.optionalTimestamp(11)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_credential
            (id, contractor, programme, programme_version, pathway, offering, achievement, status, awarded_at,
             valid_until, sequence, revoked_at)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::text[]), unnest($8::text[]),
            unnest($9::timestamptz[]), unnest($10::timestamptz[]), unnest($11::int8[]),
            unnest($12::timestamptz[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, status = excluded.status, awarded_at = excluded.awarded_at,
            valid_until = excluded.valid_until, programme_version = excluded.programme_version,
            sequence = excluded.sequence, revoked_at = excluded.revoked_at
        """)

    static func parameters(_ facts: [CredentialFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .texts(facts.map(\.programme)),
            .int8s(facts.map(\.programmeVersion)), .texts(facts.map(\.pathway)), .texts(facts.map(\.offering)),
            .texts(facts.map(\.achievement)), .texts(facts.map(\.status)), .timestamps(facts.map(\.countedAt)),
            .timestamps(facts.map(\.validUntil)), .int8s(facts.map(\.order)),
            .timestamps(facts.map(\.revokedAt)),
        ]
    }
}
