import Database

/// The SQL of status lists.
enum StatusStatements {
    /// New positions.
    static let positions = Statement(
        "SELECT nextval('credentialing_status_position') FROM generate_series(1, $1::int8)")

    /// Bits given to documents.
    static let insert = Statement(
        """
        INSERT INTO credentialing_status_entry (list, index, credential)
        SELECT unnest($1::int8[]), unnest($2::int4[]), unnest($3::uuid[])
        """)

    /// Bits of documents that count no more.
    static let set = Statement(
        """
        UPDATE credentialing_status_entry e SET set_at = guildhall_now(), published = false
        FROM unnest($1::int8[], $2::int4[]) v (list, index)
        WHERE e.list = v.list AND e.index = v.index AND e.set_at IS NULL
        """)

    /// How many lists there are.
    static let lists = Statement(
        """
        SELECT CASE WHEN is_called THEN last_value / 131072 + 1 ELSE 0 END, guildhall_now()
        FROM credentialing_status_position
        """)

    /// The lists that are not published as they stand, or not for long enough.
    static let due = Statement(
        """
        SELECT n.number FROM generate_series(0, $1::int8 - 1) n (number)
        LEFT JOIN credentialing_status_list l ON l.number = n.number
        WHERE l.number IS NULL OR l.valid_until < guildhall_now() + interval '12 hours'
            OR EXISTS (
                SELECT FROM credentialing_status_entry e
                WHERE e.list = n.number AND e.set_at IS NOT NULL AND NOT e.published)
        ORDER BY n.number
        """)

    /// Lets one transaction at a time make a list, so that an older one never takes the place of a newer.
    static let lock = Statement("SELECT pg_advisory_xact_lock(1668441204, $1::int8::int4)")

    /// Takes note of the bits that are about to be published.
    static let take = Statement(
        "UPDATE credentialing_status_entry SET published = true WHERE list = $1 AND set_at IS NOT NULL AND NOT published"
    )

    /// The bits of a list that are set.
    static let bits = Statement(
        "SELECT index FROM credentialing_status_entry WHERE list = $1 AND set_at IS NOT NULL")

    /// Puts a list in place of what was served.
    static let publish = Statement(
        """
        INSERT INTO credentialing_status_list (number, document, token, published_at, valid_until)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (number) DO UPDATE SET
            document = excluded.document, token = excluded.token, published_at = excluded.published_at,
            valid_until = excluded.valid_until
        """)

    /// A list as it is served.
    static let served = Statement("SELECT document, token FROM credentialing_status_list WHERE number = $1::int8")

    /// Every statement, for the test that prepares them.
    static let all = [positions, insert, set, lists, due, lock, take, bits, publish, served]
}
