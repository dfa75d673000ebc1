import Database

/// The SQL of access: clients, codes and tokens.
enum AccessStatements {
    /// A client that was not removed.
    static let client = Statement(
        """
        SELECT id, name, secret_hash, redirect_uris, scopes FROM credentialing_client
        WHERE id = $1 AND removed_at IS NULL
        """)

    /// A code that a worker's consent led to.
    static let allow = Statement(
        """
        INSERT INTO credentialing_code
            (hash, family, client, contractor, redirect_uri, challenge, scopes, expires_at)
        VALUES ($1, $2::uuid, $3, $4::uuid, $5, $6, $7::text[], guildhall_now() + interval '60 seconds')
        """)

    /// A code, held until it is decided what becomes of it.
    static let code = Statement(
        """
        SELECT family, client, contractor, redirect_uri, challenge, scopes, expires_at <= guildhall_now(),
            used_at IS NOT NULL
        FROM credentialing_code WHERE hash = $1
        FOR UPDATE
        """)

    /// A code is used once, whatever comes of it.
    static let useCode = Statement("UPDATE credentialing_code SET used_at = guildhall_now() WHERE hash = $1")

    /// A refresh token, held until it is decided what becomes of it.
    static let refresh = Statement(
        """
        SELECT family, client, contractor, scopes, expires_at <= guildhall_now() OR revoked_at IS NOT NULL,
            used_at IS NOT NULL
        FROM credentialing_token WHERE hash = $1 AND kind = 'refresh'
        FOR UPDATE
        """)

    /// A refresh token is used once.
    static let useToken = Statement("UPDATE credentialing_token SET used_at = guildhall_now() WHERE hash = $1")

    /// Tokens of one family.
    static let issue = Statement(
        """
        INSERT INTO credentialing_token (hash, family, kind, client, contractor, scopes, expires_at)
        SELECT v.hash, $4::uuid, v.kind, $5, $6::uuid, $7::text[], guildhall_now() + v.seconds * interval '1 second'
        FROM unnest($1::bytea[], $2::text[], $3::int8[]) v (hash, kind, seconds)
        """)

    /// Forgets a hundred tokens and codes that ended long ago.
    static let forgetTokens = Statement(
        """
        DELETE FROM credentialing_token WHERE hash IN (
            SELECT hash FROM credentialing_token WHERE expires_at < guildhall_now() - interval '1 day'
            LIMIT 100 FOR UPDATE SKIP LOCKED)
        """)

    /// Forgets a hundred codes that ended long ago.
    static let forgetCodes = Statement(
        """
        DELETE FROM credentialing_code WHERE hash IN (
            SELECT hash FROM credentialing_code WHERE expires_at < guildhall_now() - interval '1 day'
            LIMIT 100 FOR UPDATE SKIP LOCKED)
        """)

    /// What a token lets its bearer do.
    static let bearer = Statement(
        """
        SELECT t.client, t.contractor, t.scopes FROM credentialing_token t
        JOIN credentialing_client c ON c.id = t.client AND c.removed_at IS NULL
        WHERE t.hash = $1 AND t.kind = 'access' AND t.expires_at > guildhall_now() AND t.revoked_at IS NULL
        """)

    /// The family of a token of a client.
    static let family = Statement(
        "SELECT family, contractor FROM credentialing_token WHERE hash = $1 AND client = $2 AND revoked_at IS NULL")

    /// The systems that a worker's group lets in at this moment.
    static let leaves = Statement(
        """
        SELECT DISTINCT t.family, c.id, c.name FROM credentialing_token t
        JOIN credentialing_client c ON c.id = t.client AND c.removed_at IS NULL
        WHERE (t.contractor = $1::uuid OR t.contractor IN (
                SELECT m.id FROM credentialing_contractor m
                JOIN credentialing_contractor k ON m.canonical = k.canonical
                WHERE k.id = $1::uuid))
            AND t.expires_at > guildhall_now() AND t.used_at IS NULL AND t.revoked_at IS NULL
        ORDER BY c.name, t.family
        """)

    /// Ends a family.
    static let revoke = Statement(
        "UPDATE credentialing_token SET revoked_at = guildhall_now() WHERE family = $1::uuid AND revoked_at IS NULL")

    /// The credentials of a worker and of everybody linked with them, the oldest first, with how many there are.
    static let credentials = Statement(
        """
        WITH own AS (
            SELECT c.valid_from, c.id, c.document FROM credentialing_credential c
            WHERE c.contractor IN (
                    SELECT m.id FROM credentialing_contractor m
                    JOIN credentialing_contractor k ON m.canonical = k.canonical
                    WHERE k.id = $1::uuid)
                AND ($2::timestamptz IS NULL OR c.valid_from > $2::timestamptz))
        SELECT (SELECT count(*) FROM own), p.document
        FROM (SELECT 1) one
        LEFT JOIN (SELECT * FROM own ORDER BY valid_from, id LIMIT $3::int8 OFFSET $4::int8) p ON true
        ORDER BY p.valid_from, p.id
        """)

    /// Every statement, for the test that prepares them.
    static let all = [
        client, allow, code, useCode, refresh, useToken, issue, forgetTokens, forgetCodes, bearer, family, leaves,
        revoke, credentials,
    ]
}
