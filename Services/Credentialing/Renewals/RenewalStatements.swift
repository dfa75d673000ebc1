import Database

/// The SQL of renewals and of the terms that follow from them.
enum RenewalStatements {
    /// The renewals of credentials, and of those that requests are about: of all that are loaded with them.
    static let load = Statement(
        """
        SELECT renewal, credential, contractor, passed_at, score_millionths, granted, withdrawn, sequence, opened_at
        FROM credentialing_renewal
        WHERE credential = ANY ($1::uuid[])
            OR credential = ANY (ARRAY(SELECT r.credential FROM credentialing_request r WHERE r.id = ANY ($2::uuid[])))
            OR credential = ANY (ARRAY(
                SELECT c.id FROM credentialing_credential c JOIN credentialing_request r ON r.contractor = c.contractor
                WHERE r.id = ANY ($2::uuid[]) AND r.kind = 'erase'))
        ORDER BY renewal
        FOR UPDATE
        """)

    /// Renewals that are new or changed.
    static let put = Statement(
        """
        INSERT INTO credentialing_renewal (
            renewal, credential, contractor, passed_at, score_millionths, granted, withdrawn, sequence, opened_at)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::timestamptz[]),
            unnest($5::int8[]), unnest($6::bool[]), unnest($7::bool[]), unnest($8::int8[]),
            unnest($9::timestamptz[])
        ON CONFLICT (renewal) DO UPDATE SET
            contractor = excluded.contractor, passed_at = excluded.passed_at,
            score_millionths = excluded.score_millionths, withdrawn = excluded.withdrawn,
            sequence = excluded.sequence, opened_at = excluded.opened_at
        WHERE credentialing_renewal.credential = excluded.credential
            AND credentialing_renewal.sequence <= excluded.sequence
        """)

    /// Takes away the terms of credentials, which are about to be written anew.
    static let clearTerms = Statement("DELETE FROM credentialing_term WHERE credential = ANY ($1::uuid[])")

    /// The terms of credentials.
    static let putTerms = Statement(
        """
        INSERT INTO credentialing_term (
            credential, number, renewal, earned_at, valid_from, valid_until, score_millionths)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::uuid[]), unnest($4::timestamptz[]),
            unnest($5::timestamptz[]), unnest($6::timestamptz[]), unnest($7::int8[])
        """)

    /// Every statement, for the test that prepares them.
    static let all = [load, put, clearTerms, putTerms]
}
