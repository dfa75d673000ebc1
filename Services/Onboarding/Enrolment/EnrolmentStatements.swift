import Contracts
import Database
import Messaging

/// The SQL of consents and enrolments.
enum EnrolmentStatements {
    static let columns = """
        record, revision, contractor, source, record_id, decision, purpose, text_version, basis, channel, language,
        programme, pathway, offering, engagement, event_time, content
        """

    static let rowColumns = """
        id, contractor, programme, programme_version, pathway, offering, status, opted_in_at, engagement,
            text_version, channel, basis, sequence, withdrawn_at
        """

    /// What contractors ($1) are known by, and records ($2) that turn out to be about somebody else.
    static let loadConsents = Statement(
        """
        SELECT \(columns) FROM onboarding_consent WHERE contractor = ANY ($1::uuid[])
        UNION ALL
        SELECT \(columns) FROM onboarding_consent
        WHERE record = ANY ($2::uuid[]) AND NOT contractor = ANY ($1::uuid[])
        ORDER BY 1, 2
        """)

    static let load = Statement(
        """
        SELECT \(rowColumns)
        FROM onboarding_enrolment WHERE contractor = ANY ($1::uuid[])
        ORDER BY id
        """)

    static let insertConsents = Statement(
        """
        INSERT INTO onboarding_consent (\(columns), recorded_at)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::text[]), unnest($8::text[]), unnest($9::text[]),
            unnest($10::text[]), unnest($11::text[]), unnest($12::text[]), unnest($13::text[]),
            unnest($14::text[]), unnest($15::uuid[]), unnest($16::timestamptz[]), unnest($17::uuid[]),
            $18::timestamptz
        """)

    static let upsert = Statement(
        """
        INSERT INTO onboarding_enrolment
            (id, contractor, programme, programme_version, pathway, offering, status, opted_in_at, engagement,
             text_version, channel, basis, sequence, withdrawn_at)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::text[]), unnest($8::timestamptz[]),
            unnest($9::uuid[]), unnest($10::text[]), unnest($11::text[]), unnest($12::text[]),
            unnest($13::int8[]), unnest($14::timestamptz[])
        ON CONFLICT (id) DO UPDATE SET
            pathway = excluded.pathway, status = excluded.status, opted_in_at = excluded.opted_in_at,
            engagement = excluded.engagement, text_version = excluded.text_version, channel = excluded.channel,
            basis = excluded.basis, sequence = excluded.sequence, withdrawn_at = excluded.withdrawn_at
        """)

    static let all = [loadConsents, load, insertConsents, upsert]

    static func insert(_ facts: [ConsentFact], at now: Timestamp) -> Call {
        Call(
            insertConsents,
            [
                .uuids(facts.map(\.key.record)), .int8s(facts.map(\.key.revision)), .uuids(facts.map(\.contractor)),
                .texts(facts.map(\.source)), .texts(facts.map(\.recordID)), .texts(facts.map(\.decision.rawValue)),
                .texts(facts.map(\.purpose)), .texts(facts.map(\.textVersion)), .texts(facts.map(\.basis.rawValue)),
                .texts(facts.map(\.channel)), .texts(facts.map(\.language)), .texts(facts.map(\.programme)),
                .texts(facts.map(\.pathway)), .texts(facts.map(\.offering)), .uuids(facts.map(\.engagement)),
                .timestamps(facts.map(\.eventTime)), .uuids(facts.map(\.fingerprint)), .timestamptz(now),
            ])
    }

    static func upsert(_ rows: [Enrolment]) -> Call {
        Call(
            upsert,
            [
                .uuids(rows.map(\.id)), .uuids(rows.map(\.place.contractor)), .texts(rows.map(\.place.programme)),
                .int8s(rows.map(\.programmeVersion)), .texts(rows.map(\.pathway)),
                .texts(rows.map(\.place.offering)), .texts(rows.map(\.status.rawValue)),
                .timestamps(rows.map(\.optedInAt)), .uuids(rows.map(\.engagement)), .texts(rows.map(\.textVersion)),
                .texts(rows.map(\.channel)), .texts(rows.map(\.basis.rawValue)), .int8s(rows.map(\.sequence)),
                .timestamps(rows.map(\.withdrawnAt)),
            ])
    }

    static func consents(_ rows: Rows) throws -> [ConsentFact] {
        try rows.map { row in
            ConsentFact(
                key: RecordKey(record: try row.identifier(0), revision: try row.int64(1)),
                contractor: try row.identifier(2), source: try row.text(3), recordID: try row.text(4),
                decision: try row.word(5), purpose: try row.text(6), textVersion: try row.text(7),
                basis: try row.word(8), channel: try row.optionalText(9), language: try row.optionalText(10),
                programme: try row.optionalText(11), pathway: try row.optionalText(12),
                offering: try row.optionalText(13), engagement: try row.optionalIdentifier(14),
                eventTime: try row.timestamp(15), fingerprint: try row.identifier(16))
        }
    }

    static func enrolments(_ rows: Rows) throws -> [Enrolment] {
        try rows.map { row in
            Enrolment(
                id: try row.identifier(0),
                place: EnrolmentPlace(
                    contractor: try row.identifier(1), programme: try row.text(2), offering: try row.text(5)),
                programmeVersion: try row.int64(3), pathway: try row.text(4), status: try row.word(6),
                optedInAt: try row.timestamp(7), withdrawnAt: try row.optionalTimestamp(13),
                engagement: try row.optionalIdentifier(8),
                textVersion: try row.text(9), channel: try row.optionalText(10), basis: try row.word(11),
                sequence: try row.int64(12))
        }
    }
}
