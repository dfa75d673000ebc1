import Database

/// The SQL of requests.
enum RequestStatements {
    /// Requests that wait, by id.
    static let load = Statement(
        """
        SELECT id, credential, kind, condition, reason, until, requested_by FROM credentialing_request
        WHERE id = ANY ($1::uuid[]) AND answered_at IS NULL
        ORDER BY id
        FOR UPDATE
        """)

    /// The answers.
    static let answer = Statement(
        """
        UPDATE credentialing_request r SET answered_at = guildhall_now(), answer = v.answer
        FROM unnest($1::uuid[], $2::text[]) v (id, answer)
        WHERE r.id = v.id
        """)

    /// Asks for new signatures of documents that were signed the old way, and for which nobody has asked yet.
    static let unlisted = Statement(
        """
        SELECT c.id, c.contractor FROM credentialing_credential c
        WHERE c.status_list IS NULL
            AND NOT EXISTS (
                SELECT FROM credentialing_request r WHERE r.credential = c.id AND r.kind = 'sign-again')
        ORDER BY c.id LIMIT 500
        """)

    /// Records requests with the timers that carry them through the door.
    static let ask = Statement(
        """
        WITH asked AS (
            INSERT INTO credentialing_request (id, credential, kind, requested_by, requested_at)
            SELECT v.id, v.credential, 'sign-again', 'guildhall', guildhall_now()
            FROM unnest($1::uuid[], $2::uuid[]) v (id, credential))
        INSERT INTO credentialing_timer (key, kind, due, contractor, partition)
        SELECT v.id, 'credential-request', guildhall_now(), v.contractor, v.partition
        FROM unnest($1::uuid[], $3::uuid[], $4::int4[]) v (id, contractor, partition)
        ON CONFLICT (key) DO NOTHING
        """)

    /// Every statement, for the test that prepares them.
    static let all = [load, answer, unlisted, ask]
}
