import Database

/// The SQL of what a worker reads and asks.
enum WorkerStatements {
    /// The credentials of a contractor's group, or one of them; the newest first.
    static let credentials = Statement(
        """
        SELECT \(PublicPageStatements.standing), c.id, c.document, coalesce(s.shared, false),
            coalesce(s.evidence, false), s.listed_as
        FROM credentialing_credential c LEFT JOIN credentialing_share s ON s.credential = c.id,
            (SELECT guildhall_now() AS at) clock
        WHERE ($2::uuid IS NULL OR c.id = $2::uuid) AND (c.contractor = $1::uuid OR c.contractor IN (
            SELECT m.id FROM credentialing_contractor m JOIN credentialing_contractor k ON k.canonical = m.canonical
            WHERE k.id = $1::uuid))
        ORDER BY c.awarded_at DESC, c.id
        """)

    /// Records a request of the worker's with the timer that carries it through the door.
    static let ask = Statement(
        """
        WITH asked AS (
            INSERT INTO credentialing_request (id, credential, kind, reason, requested_by, requested_at)
            VALUES ($1::uuid, $2::uuid, $3, $4, 'the worker', guildhall_now()))
        INSERT INTO credentialing_timer (key, kind, due, contractor, partition)
        SELECT $1::uuid, 'credential-request', guildhall_now(), contractor, $5::int4
        FROM credentialing_credential WHERE id = $2::uuid
        """)

    /// Whose a credential is, if it is one of a contractor's group.
    static let owner = Statement(
        """
        SELECT c.contractor FROM credentialing_credential c
        WHERE c.id = $2::uuid AND (c.contractor = $1::uuid OR c.contractor IN (
            SELECT m.id FROM credentialing_contractor m JOIN credentialing_contractor k ON k.canonical = m.canonical
            WHERE k.id = $1::uuid))
        """)

    /// The answer to a request.
    static let answer = Statement(
        "SELECT answer FROM credentialing_request WHERE id = $1::uuid AND answered_at IS NOT NULL")

    /// The status lists that some credentials name.
    static let lists = Statement(
        """
        SELECT DISTINCT l.number, l.document FROM credentialing_status_list l
        JOIN credentialing_credential c ON c.status_list = l.number
        WHERE c.id = ANY ($1::uuid[]) ORDER BY l.number
        """)

    /// Every statement, for the test that prepares them.
    static let all = [credentials, ask, owner, answer, lists]
}
