import Database

/// The SQL of what a verifier reads.
enum PublicPageStatements {
    /// Whether a credential stands, with its moment; one whose timer is about to fire has lapsed already.
    static let standing = """
        CASE WHEN c.status = 'revoked' THEN c.status WHEN c.valid_until <= clock.at THEN 'lapsed'
            WHEN c.suspended_until > clock.at THEN 'suspended' ELSE 'valid' END,
        CASE WHEN c.status = 'revoked' THEN c.reason WHEN c.valid_until > clock.at AND c.suspended_until > clock.at
            THEN c.suspension_reason END,
        CASE WHEN c.status = 'revoked' THEN c.status_since WHEN c.valid_until <= clock.at THEN c.valid_until
            WHEN c.suspended_until > clock.at THEN c.suspended_at ELSE c.valid_from END,
        c.valid_from, c.valid_until, clock.at,
        CASE WHEN c.status <> 'revoked' AND c.valid_until > clock.at AND c.suspended_until > clock.at
            THEN c.suspended_until END
        """

    /// The signed document with its standing, for those who may read it: everybody, or one of the holder's group.
    static let document = Statement(
        """
        SELECT \(standing), c.document, coalesce(s.shared, false), coalesce(s.evidence, false)
        FROM credentialing_credential c LEFT JOIN credentialing_share s ON s.credential = c.id,
            (SELECT guildhall_now() AS at) clock
        WHERE c.id = $1::uuid AND (s.shared OR c.contractor = $2::uuid OR c.contractor IN (
            SELECT m.id FROM credentialing_contractor m JOIN credentialing_contractor k ON k.canonical = m.canonical
            WHERE k.id = $2::uuid))
        """)

    /// Whether a credential was erased.
    static let tombstone = Statement("SELECT 1 FROM credentialing_tombstone WHERE credential = $1::uuid")

    /// The document of the latest credential of an achievement.
    static let achievement = Statement(
        """
        SELECT document FROM credentialing_credential WHERE programme = $1 AND achievement = $2
        ORDER BY awarded_at DESC LIMIT 1
        """)

    /// Every statement, for the test that prepares them.
    static let all = [document, tombstone, achievement]
}
