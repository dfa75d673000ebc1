import Database

/// The SQL of what others may see.
enum ShareStatements {
    /// Changes what is not null; who is not shared any more is not listed either.
    static let change = Statement(
        """
        INSERT INTO credentialing_share AS s
            (credential, shared, shared_since, evidence, listed_as, consent_text, consented_at)
        VALUES (
            $1::uuid, coalesce($2::boolean, false), CASE WHEN $2::boolean THEN $6::timestamptz END,
            coalesce($3::boolean, false), nullif($4::text, ''), CASE WHEN $4::text <> '' THEN $5::text END,
            CASE WHEN $4::text <> '' THEN $6::timestamptz END)
        ON CONFLICT (credential) DO UPDATE SET
            shared = coalesce($2::boolean, s.shared),
            shared_since = CASE WHEN coalesce($2::boolean, s.shared)
                THEN coalesce(s.shared_since, $6::timestamptz) END,
            evidence = coalesce($3::boolean, s.evidence),
            listed_as = CASE WHEN $4::text IS NULL THEN s.listed_as ELSE excluded.listed_as END,
            consent_text = CASE WHEN $4::text IS NULL THEN s.consent_text ELSE excluded.consent_text END,
            consented_at = CASE WHEN $4::text IS NULL THEN s.consented_at ELSE excluded.consented_at END
        """)

    /// Whom everybody may read about: those who agreed, with a credential that they share and that counts (CRD-13).
    static let listed = Statement(
        """
        SELECT s.listed_as, c.id, c.document, c.awarded_at
        FROM credentialing_share s JOIN credentialing_credential c ON c.id = s.credential,
            (SELECT guildhall_now() AS at) clock
        WHERE s.shared AND s.listed_as IS NOT NULL AND c.status = 'valid' AND c.valid_until > clock.at
            AND coalesce(c.suspended_until, clock.at) <= clock.at
        ORDER BY s.consented_at DESC, c.id LIMIT 500
        """)

    /// Every statement, for the test that prepares them.
    static let all = [change, listed]
}
