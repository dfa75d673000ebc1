import Database

/// The SQL of what a verifier reads.
enum PublicPageStatements {
    /// The signed document.
    static let document = Statement("SELECT document FROM credentialing_credential WHERE id = $1::uuid")

    /// The status with its moment; one whose timer is about to fire has lapsed already.
    static let status = Statement(
        """
        SELECT
            CASE WHEN status = 'valid' AND valid_until <= at THEN 'lapsed' ELSE status END,
            reason,
            CASE WHEN status = 'revoked' THEN status_since WHEN valid_until <= at THEN valid_until ELSE valid_from END,
            valid_from, valid_until, at
        FROM credentialing_credential, (SELECT guildhall_now() AS at) clock
        WHERE id = $1::uuid
        """)

    /// Every statement, for the test that prepares them.
    static let all = [document, status]
}
