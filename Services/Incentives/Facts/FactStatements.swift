import Database

/// The SQL of what incentives knows of engagements, credentials and earnings.
enum FactStatements {
    /// Everybody linked with the contractors of `$1`, themselves included.
    static let group = """
        ARRAY(
            SELECT m.id FROM incentives_contractor m
            WHERE m.canonical = ANY (ARRAY(
                SELECT k.canonical FROM incentives_contractor k WHERE k.id = ANY ($1::uuid[]))))
        """

    /// The credentials of the contractors of `$1`, and those of `$2` whoever they belonged to: what places, grants and uses
    /// are found by.
    static let credentials = """
        ARRAY(
            SELECT c.id FROM incentives_credential c
            WHERE c.contractor = ANY ($1::uuid[]) OR c.id = ANY ($2::uuid[]))
        """

    /// Engagements of contractors, and those of `$2` whoever they belonged to.
    static let loadEngagements = Statement(
        """
        SELECT id, contractor, revision, status, occurred_at, starts_at, value_minor, value_currency
        FROM incentives_engagement
        WHERE contractor = ANY ($1::uuid[]) OR id = ANY ($2::uuid[])
        ORDER BY id
        """)

    /// Credentials of contractors, and those of `$2` whoever they belonged to.
    static let loadCredentials = Statement(
        """
        SELECT id, contractor, programme, programme_version, pathway, offering, status, awarded_at, valid_until,
            sequence, revoked_at, suspensions
        FROM incentives_credential
        WHERE contractor = ANY ($1::uuid[]) OR id = ANY ($2::uuid[])
        ORDER BY id
        """)

    /// Which of some earnings are known.
    static let loadEarnings = Statement(
        """
        SELECT source, id, revision FROM incentives_earning
        JOIN unnest($1::text[], $2::text[], $3::int8[]) v (source, id, revision) USING (source, id, revision)
        ORDER BY source, id, revision
        """)

    /// Engagements that were not found before.
    ///
    /// Two batches that bring one at once, for two contractors, violate its key; the second is tried again and finds it.
    static let addEngagements = Statement(
        """
        INSERT INTO incentives_engagement AS e (
            id, contractor, revision, status, occurred_at, starts_at, value_minor, value_currency)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::int8[]), unnest($4::text[]),
            unnest($5::timestamptz[]), unnest($6::timestamptz[]), unnest($7::int8[]), unnest($8::text[])
        """)

    /// Engagements that were found, and changed.
    static let putEngagements = Statement(
        """
        \(addEngagements.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, revision = excluded.revision, status = excluded.status,
            occurred_at = excluded.occurred_at, starts_at = excluded.starts_at, value_minor = excluded.value_minor,
            value_currency = excluded.value_currency
        WHERE e.revision < excluded.revision
        """)

    /// Credentials that were not found before; as with ``addEngagements``.
    static let addCredentials = Statement(
        """
        INSERT INTO incentives_credential AS c (
            id, contractor, programme, programme_version, pathway, offering, status, awarded_at, valid_until, sequence,
            revoked_at, suspensions)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::text[]), unnest($8::timestamptz[]),
            unnest($9::timestamptz[]), unnest($10::int8[]), unnest($11::timestamptz[]), unnest($12::text[])
        """)

    /// Credentials that were found, and changed.
    static let putCredentials = Statement(
        """
        \(addCredentials.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme,
            programme_version = excluded.programme_version, pathway = excluded.pathway, offering = excluded.offering,
            status = excluded.status, awarded_at = excluded.awarded_at, valid_until = excluded.valid_until,
            sequence = excluded.sequence, revoked_at = excluded.revoked_at, suspensions = excluded.suspensions
        WHERE c.sequence < excluded.sequence OR c.suspensions IS DISTINCT FROM excluded.suspensions
        """)

    /// Earnings that are new.
    static let putEarnings = Statement(
        """
        INSERT INTO incentives_earning (
            source, id, revision, contractor, engagement, event_time, period_start, period_end, gross_minor,
            tips_minor, currency, jobs)
        SELECT unnest($1::text[]), unnest($2::text[]), unnest($3::int8[]), unnest($4::uuid[]),
            unnest($5::uuid[]), unnest($6::timestamptz[]), unnest($7::date[]), unnest($8::date[]),
            unnest($9::int8[]), unnest($10::int8[]), unnest($11::text[]), unnest($12::int8[])
        ON CONFLICT DO NOTHING
        """)

    /// Every statement, for the test that prepares them.
    static let all = [
        loadEngagements, loadCredentials, loadEarnings, addEngagements, putEngagements, addCredentials, putCredentials,
        putEarnings,
    ]
}
