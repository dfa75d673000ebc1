import Database

/// The SQL of questions; they change nothing, so they lock nothing.
enum QuestionStatements {
    private static let columns = """
        c.id, c.programme, c.programme_version, c.pathway, c.achievement, c.status, c.status_since, c.reason,
            c.valid_from, c.valid_until, c.suspended_at, c.suspended_until, c.suspension_reason
        """

    /// Who of the contractors asked about is known, and each with the credentials of everybody linked with them.
    static let held = Statement(
        """
        SELECT k.id, \(columns)
        FROM credentialing_contractor k
        LEFT JOIN credentialing_contractor m ON m.canonical = k.canonical
        LEFT JOIN credentialing_credential c ON c.contractor = m.id
        WHERE k.id = ANY ($1::uuid[])
        ORDER BY k.id, c.id
        """)

    /// Credentials by id, with their documents.
    static let named = Statement(
        """
        SELECT c.document, \(columns)
        FROM credentialing_credential c
        WHERE c.id = ANY ($1::uuid[])
        """)

    /// Every statement, for the test that prepares them.
    static let all = [held, named]
}
