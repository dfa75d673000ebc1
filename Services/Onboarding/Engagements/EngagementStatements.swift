import Contracts
import Database
import Messaging

/// The SQL of engagements.
enum EngagementStatements {
    /// Engagements, each with the revision asked about where it is known.
    ///
    /// A revision above an engagement's highest cannot be known, and is not looked up.
    static let load = Statement(
        """
        SELECT e.id, e.contractor, e.source, e.record_id, e.revision, e.status, e.role, e.event_time, e.starts_at,
            e.ends_at, e.end_reason, e.value_minor_units, e.value_currency, r.revision, r.content, r.contractor
        FROM unnest($1::uuid[], $2::int8[]) v (id, revision)
        JOIN onboarding_engagement e USING (id)
        LEFT JOIN onboarding_engagement_revision r
            ON r.engagement = e.id AND r.revision = CASE WHEN v.revision <= e.revision THEN v.revision END
        """)

    static let insertRevisions = Statement(
        """
        INSERT INTO onboarding_engagement_revision
            (engagement, revision, contractor, status, event_time, recorded_time, content, record_text, recorded_at)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::timestamptz[]), unnest($6::timestamptz[]), unnest($7::uuid[]), unnest($8::text[]),
            $9::timestamptz
        """)

    /// Writes engagements that were not found before.
    ///
    /// The contractor's lock keeps other batches away from an engagement, unless two batches bring it for two
    /// contractors at once. The second of them violates NOT NULL here, is tried again, and then refuses its message.
    static let upsert = Statement(
        """
        INSERT INTO onboarding_engagement AS e
            (id, contractor, source, record_id, revision, status, role, event_time, starts_at, ends_at, end_reason,
             value_minor_units, value_currency)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]),
            unnest($5::int8[]), unnest($6::text[]), unnest($7::text[]), unnest($8::timestamptz[]),
            unnest($9::timestamptz[]), unnest($10::timestamptz[]), unnest($11::text[]), unnest($12::int8[]),
            unnest($13::text[])
        ON CONFLICT (id) DO UPDATE SET
            contractor = CASE WHEN e.contractor = excluded.contractor THEN e.contractor END,
            revision = excluded.revision, status = excluded.status, role = excluded.role,
            event_time = excluded.event_time, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
            end_reason = excluded.end_reason, value_minor_units = excluded.value_minor_units,
            value_currency = excluded.value_currency
        """)

    /// Writes engagements that were found, as they stand: a tuple lock and a log record less a row than ``upsert``.
    static let update = Statement(
        """
        UPDATE onboarding_engagement e SET
            revision = v.revision, status = v.status, role = v.role, event_time = v.event_time,
            starts_at = v.starts_at, ends_at = v.ends_at, end_reason = v.end_reason,
            value_minor_units = v.value_minor_units, value_currency = v.value_currency
        FROM (
            SELECT unnest($1::uuid[]) AS id, unnest($2::int8[]) AS revision, unnest($3::text[]) AS status,
                unnest($4::text[]) AS role, unnest($5::timestamptz[]) AS event_time,
                unnest($6::timestamptz[]) AS starts_at, unnest($7::timestamptz[]) AS ends_at,
                unnest($8::text[]) AS end_reason, unnest($9::int8[]) AS value_minor_units,
                unnest($10::text[]) AS value_currency) v
        WHERE e.id = v.id
        """)

    static let all = [load, insertRevisions, upsert, update]

    /// Asks for engagements by their revisions, and for others whatever their revision is.
    static func load(_ revisions: [RecordKey], _ others: [Identifier]) -> Call {
        Call(
            load,
            [
                .uuids(revisions.map(\.record) + others),
                .int8s(revisions.map { $0.revision } + others.map { _ in nil }),
            ])
    }

    static func insert(_ facts: [EngagementRevision], at now: Timestamp) -> Call {
        Call(
            insertRevisions,
            [
                .uuids(facts.map(\.key.record)), .int8s(facts.map(\.key.revision)), .uuids(facts.map(\.contractor)),
                .texts(facts.map(\.status.rawValue)), .timestamps(facts.map(\.eventTime)),
                .timestamps(facts.map(\.recordedTime)), .uuids(facts.map(\.content.fingerprint)),
                .texts(utf8: facts.map(\.content.json)), .timestamptz(now),
            ])
    }

    static func upsert(_ rows: [Engagement]) -> Call {
        Call(
            upsert,
            [
                .uuids(rows.map(\.id)), .uuids(rows.map(\.contractor)), .texts(rows.map(\.source)),
                .texts(rows.map(\.recordID)),
            ] + state(of: rows))
    }

    static func update(_ rows: [Engagement]) -> Call {
        Call(update, [.uuids(rows.map(\.id))] + state(of: rows))
    }

    private static func state(of rows: [Engagement]) -> [Parameter] {
        [
            .int8s(rows.map(\.revision)), .texts(rows.map(\.status.rawValue)), .texts(rows.map(\.role)),
            .timestamps(rows.map(\.eventTime)), .timestamps(rows.map(\.startsAt)), .timestamps(rows.map(\.endsAt)),
            .texts(rows.map { $0.endReason?.rawValue }), .int8s(rows.map { $0.value?.minorUnits }),
            .texts(rows.map { $0.value?.currency }),
        ]
    }

    /// The engagements that were asked for, and which of the revisions are known.
    static func book(_ rows: Rows) throws -> EngagementBook {
        var revisions = RevisionBook()
        var engagements: [Engagement] = []
        engagements.reserveCapacity(rows.count)
        for row in rows {
            let engagement = try engagement(row)
            engagements.append(engagement)
            if let revision = try row.optionalInt64(13) {
                revisions.note(
                    RecordKey(record: engagement.id, revision: revision), content: try row.identifier(14),
                    contractor: try row.identifier(15))
            }
        }
        return EngagementBook(revisions: revisions, known: engagements)
    }

    private static func engagement(_ row: Row) throws -> Engagement {
        var state = EngagementState()
        state.revision = try row.int64(4)
        state.status = try row.word(5)
        state.role = try row.text(6)
        state.occurredAt = try row.timestamp(7)
        state.startsAt = try row.optionalTimestamp(8)
        state.endsAt = try row.optionalTimestamp(9)
        state.endReason = try row.optionalText(10).flatMap(EndReason.init)
        if let minorUnits = try row.optionalInt64(11), let currency = try row.optionalText(12) {
            state.value = Money(minorUnits: minorUnits, currency: currency)
        }
        return Engagement(
            id: try row.identifier(0), contractor: try row.identifier(1), source: try row.text(2),
            recordID: try row.text(3), state)
    }
}
