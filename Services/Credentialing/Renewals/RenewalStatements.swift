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
        SELECT * FROM unnest(
            $1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::int8[], $6::bool[], $7::bool[], $8::int8[],
            $9::timestamptz[])
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
        SELECT * FROM unnest(
            $1::uuid[], $2::int8[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $7::int8[])
        """)

    /// Every statement, for the test that prepares them.
    static let all = [load, put, clearTerms, putTerms]
}
