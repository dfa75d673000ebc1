import Database

/// The SQL of personal links.
enum LinkStatements {
    /// Withdraws the links of contractors.
    static let withdraw = Statement(
        """
        INSERT INTO credentialing_link (contractor, version) SELECT id, 1 FROM unnest($1::uuid[]) v (id)
        ON CONFLICT (contractor) DO UPDATE SET version = credentialing_link.version + 1
        """)

    /// Whether a link holds: its end is to come, and it was not withdrawn.
    static let holds = Statement(
        """
        SELECT guildhall_now()
        WHERE $3::timestamptz > guildhall_now()
            AND $2::int8 = coalesce((SELECT version FROM credentialing_link WHERE contractor = $1::uuid), 0)
        """)

    /// Every statement, for the test that prepares them.
    static let all = [withdraw, holds]
}
