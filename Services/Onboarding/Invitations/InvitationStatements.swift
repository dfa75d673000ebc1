import Contracts
import Database

/// The SQL of invitations, of what was met by them, and of discoveries.
enum InvitationStatements {
    static let columns = """
        id, contractor, source, record_id, programme, programme_version, pathway, offering, batch, expected_hours,
        statement, experiments, variants, language, invited_at, expires_at, is_withdrawn, link, used_by, sequence
        """

    static let exposureColumns = "contractor, programme, programme_version, experiment, variant, exposed_at, client"
    static let discoveryColumns = "contractor, programme, pathway, seen_at"

    /// The invitations of links ($1).
    static let ofLinks = Statement(
        "SELECT \(columns) FROM onboarding_invitation WHERE link = ANY ($1::uuid[]) ORDER BY id FOR UPDATE")

    /// The invitations of a batch ($1).
    static let ofBatch = Statement(
        "SELECT \(columns) FROM onboarding_invitation WHERE batch = $1 ORDER BY record_id, id")

    static let linkKey = Statement("SELECT key FROM onboarding_link_key")

    static let upsert = Statement(
        """
        INSERT INTO onboarding_invitation (\(columns))
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]), unnest($5::text[]),
            unnest($6::int8[]), unnest($7::text[]), unnest($8::text[]), unnest($9::text[]), unnest($10::int8[]),
            unnest($11::text[]), string_to_array(unnest($12::text[]), E'\\n'),
            string_to_array(unnest($13::text[]), E'\\n'), unnest($14::text[]), unnest($15::timestamptz[]),
            unnest($16::timestamptz[]), unnest($17::bool[]), unnest($18::uuid[]), unnest($19::uuid[]),
            unnest($20::int8[])
        ON CONFLICT (id) DO UPDATE SET
            programme = excluded.programme, programme_version = excluded.programme_version,
            pathway = excluded.pathway, offering = excluded.offering, batch = excluded.batch,
            expected_hours = excluded.expected_hours, statement = excluded.statement,
            experiments = excluded.experiments, variants = excluded.variants, language = excluded.language,
            invited_at = excluded.invited_at, expires_at = excluded.expires_at,
            is_withdrawn = excluded.is_withdrawn, sequence = excluded.sequence
        """)

    static let use = Statement(
        """
        UPDATE onboarding_invitation i SET used_by = v.used_by
        FROM unnest($1::uuid[], $2::uuid[]) v (id, used_by) WHERE i.id = v.id
        """)

    static let upsertExposures = Statement(
        """
        INSERT INTO onboarding_exposure (id, \(exposureColumns))
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::timestamptz[]), unnest($8::text[])
        ON CONFLICT (id) DO UPDATE SET
            programme_version = excluded.programme_version, variant = excluded.variant,
            exposed_at = excluded.exposed_at, client = excluded.client
        """)

    static let upsertDiscoveries = Statement(
        """
        INSERT INTO onboarding_discovery (id, \(discoveryColumns))
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]),
            unnest($5::timestamptz[])
        ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
        """)

    static let all = [ofLinks, ofBatch, linkKey, upsert, use, upsertExposures, upsertDiscoveries]

    static func upsert(_ rows: [Invitation]) -> Call {
        func sorted(_ row: Invitation) -> [(key: String, value: String)] { row.variants.sorted { $0.key < $1.key } }
        return Call(
            upsert,
            [
                .uuids(rows.map(\.id)), .uuids(rows.map(\.contractor)), .texts(rows.map(\.source)),
                .texts(rows.map(\.recordID)), .texts(rows.map(\.programme)), .int8s(rows.map(\.programmeVersion)),
                .texts(rows.map(\.pathway)), .texts(rows.map(\.offering)), .texts(rows.map(\.batch)),
                .int8s(rows.map(\.expectedHours.millionths)), .texts(rows.map(\.statement)),
                .texts(rows.map { sorted($0).map(\.key).joined(separator: "\n") }),
                .texts(rows.map { sorted($0).map(\.value).joined(separator: "\n") }), .texts(rows.map(\.language)),
                .timestamps(rows.map(\.invitedAt)), .timestamps(rows.map(\.expiresAt)),
                .bools(rows.map(\.isWithdrawn)), .uuids(rows.map(\.link)), .uuids(rows.map(\.usedBy)),
                .int8s(rows.map(\.sequence)),
            ])
    }

    static func use(_ rows: [Invitation]) -> Call {
        Call(use, [.uuids(rows.map(\.id)), .uuids(rows.map(\.usedBy))])
    }

    static func upsert(_ rows: [Exposure]) -> Call {
        Call(
            upsertExposures,
            [
                .uuids(rows.map(\.id)), .uuids(rows.map(\.contractor)), .texts(rows.map(\.programme)),
                .int8s(rows.map(\.programmeVersion)), .texts(rows.map(\.experiment)), .texts(rows.map(\.variant)),
                .timestamps(rows.map(\.exposedAt)), .texts(rows.map(\.client)),
            ])
    }

    static func upsert(_ rows: [Discovery]) -> Call {
        Call(
            upsertDiscoveries,
            [
                .uuids(rows.map(\.id)), .uuids(rows.map(\.contractor)), .texts(rows.map(\.programme)),
                .texts(rows.map(\.pathway)), .timestamps(rows.map(\.seenAt)),
            ])
    }

    static func invitations(_ rows: Rows) throws -> [Invitation] {
        try rows.map { row in
            Invitation(
                id: try row.identifier(0), contractor: try row.identifier(1), source: try row.text(2),
                recordID: try row.text(3), programme: try row.text(4), programmeVersion: try row.int64(5),
                pathway: try row.text(6), offering: try row.text(7), batch: try row.optionalText(8),
                expectedHours: try row.decimal6(9), statement: try row.text(10),
                variants: Dictionary(zip(try row.texts(11), try row.texts(12))) { first, _ in first },
                language: try row.text(13), invitedAt: try row.timestamp(14), expiresAt: try row.timestamp(15),
                isWithdrawn: try row.bool(16), link: try row.identifier(17), usedBy: try row.optionalIdentifier(18),
                sequence: try row.int64(19))
        }
    }

    static func exposures(_ rows: Rows) throws -> [Exposure] {
        try rows.map { row in
            Exposure(
                contractor: try row.identifier(0), programme: try row.text(1), programmeVersion: try row.int64(2),
                experiment: try row.text(3), variant: try row.text(4), client: try row.optionalText(6),
                exposedAt: try row.timestamp(5))
        }
    }

    static func discoveries(_ rows: Rows) throws -> [Discovery] {
        try rows.map { row in
            Discovery(
                contractor: try row.identifier(0), programme: try row.text(1), pathway: try row.text(2),
                seenAt: try row.timestamp(3))
        }
    }
}
