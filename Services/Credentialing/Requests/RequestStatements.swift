import Database

/// The SQL of requests.
enum RequestStatements {
    /// Requests that wait, by id, with the outside credential that one is about.
    static let load = Statement(
        """
        SELECT r.id, r.credential, r.kind, r.condition, r.reason, r.until, r.requested_by, r.contractor,
            o.programme, o.pathway, o.issuer, o.verdict, encode(o.digest, 'hex'), array_to_string(o.accepted_unknown, ' '),
            EXISTS (
                SELECT FROM credentialing_outside h
                WHERE h.contractor = o.contractor AND h.programme = o.programme AND h.pathway = o.pathway
                    AND h.digest = o.digest AND h.recognised_at IS NOT NULL)
        FROM credentialing_request r LEFT JOIN credentialing_outside o ON o.id = r.id
        WHERE r.id = ANY ($1::uuid[]) AND r.answered_at IS NULL
        ORDER BY r.id
        FOR UPDATE OF r
        """)

    /// The answers; the name that a listing brought is kept with the listing alone, so that it goes with it.
    static let answer = Statement(
        """
        UPDATE credentialing_request r SET answered_at = guildhall_now(), answer = v.answer,
            reason = CASE WHEN r.kind <> 'list' THEN r.reason END
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

    /// Requests whose timer fired in a replica of the previous version, which does not know their kind.
    static let forgotten = Statement(
        """
        SELECT r.id, coalesce(r.contractor, c.contractor)
        FROM credentialing_request r LEFT JOIN credentialing_credential c ON c.id = r.credential
        WHERE r.answered_at IS NULL AND r.requested_at < guildhall_now() - interval '1 minute'
            AND coalesce(r.contractor, c.contractor) IS NOT NULL
            AND NOT EXISTS (SELECT FROM credentialing_timer t WHERE t.key = r.id)
            AND NOT EXISTS (SELECT FROM credentialing_retry q WHERE q.id = r.id)
        ORDER BY r.requested_at LIMIT 500
        """)

    /// Sets the timers of requests that are on record.
    static let remind = Statement(
        """
        INSERT INTO credentialing_timer (key, kind, due, contractor, partition)
        SELECT v.id, 'credential-request', guildhall_now(), v.contractor, v.partition
        FROM unnest($1::uuid[], $2::uuid[], $3::int4[]) v (id, contractor, partition)
        ON CONFLICT (key) DO NOTHING
        """)

    /// Every statement, for the test that prepares them.
    static let all = [load, answer, unlisted, ask, forgotten, remind]
}
