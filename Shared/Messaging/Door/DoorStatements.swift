import Contracts
import Database

/// The statements of a service's door, prepared once a connection.
struct DoorStatements: Sendable {
    let now: Statement
    let enterInbox: Statement
    let enterIntake: Statement
    let inbox: Statement
    let intake: Statement
    let intakeOutcomes: Statement
    let forgetInbox: Statement
    let forgetIntake: Statement
    let knownIntake: Statement
    let lockContractors: Statement
    let aliases: Statement
    let linkContractors: Statement
    let dropTimers: Statement
    let takeTimers: Statement
    let setTimers: Statement
    let asideRetries: Statement
    let dropRetries: Statement
    let park: Statement
    let outbox: Statement
    let audit: Statement
    let refused: Statement
    let tally: Statement

    init(_ service: ServiceName) {
        let s = service.rawValue
        // A plan made while a table was empty would scan it for ever, or merge all of it with another; whatever a batch
        // asks is a number of lookups, so no plan of its transaction may be anything else where there is an index. Nor is
        // a plan made for the batch at hand: without statistics five hundred keys pass for all of a table. The clock is
        // guildhall_now() written out: a function in SQL is parsed and planned anew in every statement that calls it.
        now = Statement(
            """
            SELECT coalesce((SELECT at FROM virtual_clock), clock_timestamp()),
                (SELECT count(*) FROM programme_version),
                set_config('enable_seqscan', 'off', true), set_config('enable_mergejoin', 'off', true),
                set_config('enable_hashjoin', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)
            """)
        // Both answer with what was applied before. Whoever waits for a contractor's lock sees what the other entered; a
        // message about nobody that two batches enter at once violates the key, and is tried again alone.
        // What is entered without a question violates the key where it is known; what is asked for first answers with it.
        enterInbox = Statement("INSERT INTO \(s)_inbox (id) SELECT unnest($1::uuid[])")
        inbox = Statement(
            """
            WITH known AS MATERIALIZED (
                SELECT id FROM \(s)_inbox WHERE id = ANY ($1::uuid[])
            ), entered AS (
                INSERT INTO \(s)_inbox (id)
                SELECT k FROM unnest($1::uuid[]) k WHERE k NOT IN (SELECT id FROM known)
            )
            SELECT id FROM known
            """)
        enterIntake = Statement(
            """
            INSERT INTO \(s)_intake (source, id, type, outcome, reason)
            SELECT unnest($1::text[]), unnest($2::text[]), unnest($3::text[]), unnest($4::int4[]),
                unnest($5::text[])
            """)
        intake = Statement(
            """
            WITH known AS MATERIALIZED (
                SELECT source, id FROM unnest($1::text[], $2::text[]) v (source, id) JOIN \(s)_intake USING (source, id)
            ), entered AS (
                INSERT INTO \(s)_intake (source, id, type, outcome, reason)
                SELECT source, id, type, outcome, reason
                FROM unnest($1::text[], $2::text[], $3::text[], $4::int4[], $5::text[])
                    v (source, id, type, outcome, reason)
                WHERE (source, id) NOT IN (SELECT source, id FROM known)
            )
            SELECT source, id FROM known
            """)
        intakeOutcomes = Statement(
            """
            UPDATE \(s)_intake k SET outcome = v.outcome, reason = v.reason
            FROM unnest($1::text[], $2::text[], $3::int4[], $4::text[]) v (source, id, outcome, reason)
            WHERE k.source = v.source AND k.id = v.id
            """)
        forgetInbox = Statement("DELETE FROM \(s)_inbox WHERE id = ANY ($1::uuid[])")
        forgetIntake = Statement(
            """
            DELETE FROM \(s)_intake k USING unnest($1::text[], $2::text[]) v (source, id)
            WHERE k.source = v.source AND k.id = v.id
            """)
        knownIntake = Statement(
            """
            SELECT k.source, k.id, k.outcome, r.code, r.path, r.message
            FROM unnest($1::text[], $2::text[]) v (source, id)
            JOIN \(s)_intake k USING (source, id)
            LEFT JOIN \(s)_refused r USING (source, id)
            """)
        // Who is asked for and unknown is met; whose group it is shows in indexes of linked contractors only.
        lockContractors = Statement(
            """
            WITH linked AS MATERIALIZED (
                SELECT canonical FROM \(s)_contractor WHERE id <> canonical AND id = ANY ($1::uuid[])
            ), locked AS MATERIALIZED (
                SELECT m.id, m.canonical, m.link_sequence FROM \(s)_contractor m
                WHERE m.id = ANY (ARRAY(
                    SELECT unnest($1::uuid[])
                    UNION ALL
                    SELECT canonical FROM linked
                    UNION ALL
                    SELECT a.id FROM \(s)_contractor a
                    WHERE a.id <> a.canonical
                        AND a.canonical = ANY ($1::uuid[] || ARRAY(SELECT canonical FROM linked))))
                ORDER BY m.id
                FOR UPDATE
            ), met AS (
                INSERT INTO \(s)_contractor (id, canonical)
                SELECT k, k FROM unnest($1::uuid[]) k WHERE k NOT IN (SELECT id FROM locked)
                ON CONFLICT DO NOTHING
                RETURNING id, canonical, link_sequence
            )
            SELECT id, canonical, link_sequence FROM locked
            UNION ALL
            SELECT id, canonical, link_sequence FROM met
            """)
        aliases = Statement(
            "SELECT id, canonical FROM \(s)_contractor WHERE canonical = ANY ($1::uuid[]) AND id <> canonical")
        linkContractors = Statement(
            """
            UPDATE \(s)_contractor c SET canonical = v.canonical, link_sequence = v.sequence
            FROM unnest($1::uuid[], $2::uuid[], $3::int8[]) v (id, canonical, sequence)
            WHERE c.id = v.id AND c.link_sequence < v.sequence
            """)
        dropTimers = Statement("DELETE FROM \(s)_timer WHERE key = ANY ($1::uuid[])")
        takeTimers = Statement(
            "DELETE FROM \(s)_timer WHERE key = ANY ($1::uuid[]) AND due <= guildhall_now() RETURNING key")
        setTimers = Statement(
            """
            INSERT INTO \(s)_timer (key, kind, due, contractor, partition)
            SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::timestamptz[]), unnest($4::uuid[]),
                unnest($5::int4[])
            ON CONFLICT (key) DO UPDATE SET due = excluded.due
            """)
        asideRetries = Statement("SELECT id FROM \(s)_retry WHERE id = ANY ($1::uuid[])")
        dropRetries = Statement("DELETE FROM \(s)_retry WHERE id = ANY ($1::uuid[]) RETURNING id")
        park = Statement(
            """
            INSERT INTO \(s)_retry
                (id, partition, type, source, message_id, inbound, scope, body, attempts, errors, first_failed_at,
                 parked_reason)
            SELECT id, partition, type, source, message_id, inbound, scope, body, 1, ARRAY[reason], guildhall_now(),
                reason
            FROM unnest(
                $1::uuid[], $2::int4[], $3::text[], $4::text[], $5::text[], $6::bool[], $7::text[], $8::bytea[],
                $9::text[])
                v (id, partition, type, source, message_id, inbound, scope, body, reason)
            ON CONFLICT (id) DO UPDATE SET
                attempts = \(s)_retry.attempts + 1, errors = \(s)_retry.errors || excluded.parked_reason,
                next_at = NULL, parked_reason = excluded.parked_reason
            """)
        outbox = Statement(
            """
            INSERT INTO \(s)_outbox (writer, id, routing_key, body)
            SELECT $1, unnest($2::uuid[]), unnest($3::text[]), unnest($4::bytea[])
            """)
        audit = Statement(
            """
            INSERT INTO \(s)_audit
                (id, at, decision, contractor, rule, programme, programme_version, cause_source, cause_id, inputs, outcome)
            SELECT unnest($1::uuid[]), $2, unnest($3::text[]), unnest($4::uuid[]), unnest($5::text[]),
                unnest($6::text[]), unnest($7::int8[]), unnest($8::text[]), unnest($9::text[]), unnest($10::text[]),
                unnest($11::text[])
            """)
        refused = Statement(
            """
            INSERT INTO \(s)_refused
                (source, id, type, broker_user, code, path, message, size, sha256, body, at)
            SELECT unnest($1::text[]), unnest($2::text[]), unnest($3::text[]), unnest($4::text[]),
                unnest($5::text[]), unnest($6::text[]), unnest($7::text[]), unnest($8::int8[]),
                unnest($9::bytea[]), unnest($10::bytea[]), guildhall_now()
            ON CONFLICT DO NOTHING
            """)
        tally = Statement(
            """
            INSERT INTO \(s)_tally (replica, source, type, received)
            SELECT $1, unnest($2::text[]), unnest($3::text[]), unnest($4::int8[])
            ON CONFLICT (replica, source, type) DO UPDATE SET received = \(s)_tally.received + excluded.received
            """)
    }
}
