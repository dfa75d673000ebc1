import Database

/// The SQL of credentials and of outcomes that earn none.
enum CredentialStatements {
    /// Credentials by id, all of some contractors, whose groups a link touches, and what requests are about.
    ///
    /// One list of ids: of several conditions joined by OR the planner makes a walk through all ids while the table is small.
    static let load = Statement(
        """
        SELECT id, outcome, contractor, holder, programme, programme_version, pathway, offering, achievement,
            score_millionths, status, status_since, reason, awarded_at, valid_from, valid_until, sequence,
            outcome_sequence, salt, condition, renewed_at, suspended_at, suspended_until, suspension_reason,
            status_list, status_index, renewals, renewal_opened_at, attempt, rubric_version
        FROM credentialing_credential
        WHERE id = ANY (ARRAY(
            SELECT unnest($1::uuid[])
            UNION ALL
            SELECT r.credential FROM credentialing_request r WHERE r.id = ANY ($3::uuid[])
            UNION ALL
            SELECT c.id FROM credentialing_credential c WHERE c.contractor = ANY ($2::uuid[])
            UNION ALL
            SELECT c.id FROM credentialing_request r JOIN credentialing_credential c ON c.contractor = r.contractor
            WHERE r.id = ANY ($3::uuid[]) AND r.kind = 'erase'))
        ORDER BY id
        FOR UPDATE
        """)

    /// The highest sequence seen of outcomes that earned nothing.
    static let loadWithheld = Statement(
        """
        SELECT outcome, sequence FROM credentialing_withheld
        WHERE outcome = ANY ($1::uuid[])
        ORDER BY outcome
        FOR UPDATE
        """)

    /// New credentials.
    ///
    /// Two writers of one outcome meet in the unique key, and the later one tries again.
    static let insert = Statement(
        """
        INSERT INTO credentialing_credential (
            id, outcome, contractor, holder, programme, programme_version, pathway, offering, achievement,
            score_millionths, status, status_since, reason, awarded_at, valid_from, valid_until, sequence,
            outcome_sequence, salt, document, condition, renewed_at, suspended_at, suspended_until, suspension_reason,
            status_list, status_index, renewals, renewal_opened_at, attempt, rubric_version)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::uuid[]),
            unnest($5::text[]), unnest($6::int8[]), unnest($7::text[]), unnest($8::text[]), unnest($9::text[]),
            unnest($10::int8[]), unnest($11::text[]), unnest($12::timestamptz[]), unnest($13::text[]),
            unnest($14::timestamptz[]), unnest($15::timestamptz[]), unnest($16::timestamptz[]),
            unnest($17::int8[]), unnest($18::int8[]), unnest($19::bytea[]), unnest($20::bytea[]),
            unnest($21::text[]), unnest($22::timestamptz[]), unnest($23::timestamptz[]),
            unnest($24::timestamptz[]), unnest($25::text[]), unnest($26::int8[]), unnest($27::int4[]),
            unnest($28::int8[]), unnest($29::timestamptz[]), unnest($30::text[]), unnest($31::text[])
        """)

    /// Credentials that changed; a null document leaves the signed one as it is.
    static let update = Statement(
        """
        UPDATE credentialing_credential c SET
            contractor = v.contractor, holder = v.holder, programme = v.programme,
            programme_version = v.programme_version, pathway = v.pathway, offering = v.offering,
            achievement = v.achievement, score_millionths = v.score_millionths, status = v.status,
            status_since = v.status_since, reason = v.reason, awarded_at = v.awarded_at, valid_from = v.valid_from,
            valid_until = v.valid_until, sequence = v.sequence, outcome_sequence = v.outcome_sequence,
            document = coalesce(v.document, c.document), condition = v.condition, renewed_at = v.renewed_at,
            suspended_at = v.suspended_at, suspended_until = v.suspended_until,
            suspension_reason = v.suspension_reason, status_list = v.status_list, status_index = v.status_index,
            renewals = v.renewals, renewal_opened_at = v.renewal_opened_at, attempt = v.attempt,
            rubric_version = v.rubric_version
        FROM unnest(
            $1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::int8[], $7::text[], $8::text[],
            $9::text[], $10::int8[], $11::text[], $12::timestamptz[], $13::text[], $14::timestamptz[],
            $15::timestamptz[], $16::timestamptz[], $17::int8[], $18::int8[], $19::bytea[], $20::bytea[], $21::text[],
            $22::timestamptz[], $23::timestamptz[], $24::timestamptz[], $25::text[], $26::int8[], $27::int4[],
            $28::int8[], $29::timestamptz[], $30::text[], $31::text[])
            v (id, outcome, contractor, holder, programme, programme_version, pathway, offering, achievement,
                score_millionths, status, status_since, reason, awarded_at, valid_from, valid_until, sequence,
                outcome_sequence, salt, document, condition, renewed_at, suspended_at, suspended_until,
                suspension_reason, status_list, status_index, renewals, renewal_opened_at, attempt, rubric_version)
        WHERE c.id = v.id
        """)

    /// Outcomes that earned nothing.
    static let withhold = Statement(
        """
        INSERT INTO credentialing_withheld (outcome, contractor, programme, offering, sequence)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]),
            unnest($5::int8[])
        ON CONFLICT (outcome) DO UPDATE SET sequence = excluded.sequence
        WHERE credentialing_withheld.sequence < excluded.sequence
        """)

    /// Every statement, for the test that prepares them.
    static let all = [load, loadWithheld, insert, update, withhold]
}
