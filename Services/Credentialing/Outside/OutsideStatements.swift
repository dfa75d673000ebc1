import Database

/// The SQL of outside credentials.
enum OutsideStatements {
    /// Recognises them.
    static let recognise = Statement(
        "UPDATE credentialing_outside SET recognised_at = $2::timestamptz WHERE id = ANY ($1::uuid[])")

    /// Keeps nothing of those that were declined.
    static let drop = Statement(
        "DELETE FROM credentialing_outside WHERE id = ANY ($1::uuid[]) AND recognised_at IS NULL")

    /// Those of a contractor's group, the newest first.
    static let list = Statement(
        """
        SELECT o.id, o.programme, o.pathway, o.document, o.name, o.issuer, o.verdict, o.report, o.recognised_at
        FROM credentialing_outside o
        WHERE o.recognised_at IS NOT NULL AND (o.contractor = $1::uuid OR o.contractor IN (
            SELECT m.id FROM credentialing_contractor m JOIN credentialing_contractor k ON k.canonical = m.canonical
            WHERE k.id = $1::uuid))
        ORDER BY o.recognised_at DESC, o.id
        """)

    /// Every statement, for the test that prepares them.
    static let all = [recognise, drop, list]
}
