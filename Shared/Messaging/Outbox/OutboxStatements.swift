import Contracts
import Database

/// The statements of a service's outbox.
struct OutboxStatements: Sendable {
    let delete: Statement
    let writers: Statement
    let tryLock: Statement
    let unlock: Statement
    let rows: Statement
    let oldest: Statement

    init(_ service: ServiceName) {
        let s = service.rawValue
        delete = Statement(
            """
            DELETE FROM \(s)_outbox o USING unnest($1::int8[], $2::uuid[]) v (writer, id)
            WHERE o.writer = v.writer AND o.id = v.id
            """)
        // Steps from one writer to the next along the index, however many rows each has.
        writers = Statement(
            """
            WITH RECURSIVE w AS (
                (SELECT writer FROM \(s)_outbox ORDER BY writer LIMIT 1)
                UNION ALL
                SELECT (SELECT writer FROM \(s)_outbox WHERE writer > w.writer ORDER BY writer LIMIT 1)
                FROM w WHERE w.writer IS NOT NULL
            )
            SELECT writer FROM w WHERE writer IS NOT NULL
            """)
        tryLock = Statement("SELECT pg_try_advisory_lock($1::int4, $2::int4)")
        unlock = Statement("SELECT pg_advisory_unlock($1::int4, $2::int4)")
        rows = Statement(
            "SELECT id, routing_key, body FROM \(s)_outbox WHERE writer = $1 ORDER BY id LIMIT 500")
        // A UUIDv7 begins with the milliseconds since 1970, so the smallest id tells the oldest row's age.
        oldest = Statement("SELECT count(*), (SELECT id FROM \(s)_outbox ORDER BY id LIMIT 1) FROM \(s)_outbox")
    }
}
