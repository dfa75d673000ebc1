import Database

/// The SQL of what a verifier reads.
enum PublicPageStatements {
    /// The signed document.
    static let document = Statement("SELECT document FROM credentialing_credential WHERE id = $1::uuid")

    /// The document of the latest credential of an achievement.
    static let achievement = Statement(
        """
        SELECT document FROM credentialing_credential WHERE programme = $1 AND achievement = $2
        ORDER BY awarded_at DESC LIMIT 1
        """)

    /// The status with its moment; one whose timer is about to fire has lapsed already.
    static let status = Statement(
        """
        SELECT
            CASE WHEN status = 'revoked' THEN status WHEN valid_until <= at THEN 'lapsed'
                WHEN suspended_until > at THEN 'suspended' ELSE 'valid' END,
            CASE WHEN status = 'revoked' THEN reason WHEN valid_until > at AND suspended_until > at
                THEN suspension_reason END,
            CASE WHEN status = 'revoked' THEN status_since WHEN valid_until <= at THEN valid_until
                WHEN suspended_until > at THEN suspended_at ELSE valid_from END,
            valid_from, valid_until, at,
            CASE WHEN status <> 'revoked' AND valid_until > at AND suspended_until > at THEN suspended_until END
        FROM credentialing_credential, (SELECT guildhall_now() AS at) clock
        WHERE id = $1::uuid
        """)

    /// Every statement, for the test that prepares them.
    static let all = [document, achievement, status]
}
