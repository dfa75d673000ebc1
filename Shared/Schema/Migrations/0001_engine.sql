-- What every service's door needs: clock, contractors, inbox, intake, outbox, retries, timers, leases, audit.
-- The five services have the same tables under their own names; each role writes its own and reads no other's.

CREATE TABLE virtual_clock (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    at timestamptz NOT NULL
);
COMMENT ON TABLE virtual_clock IS
    'owner: guildhall; retention: none; the time that rules see when a driver advances it, empty in production';

CREATE FUNCTION guildhall_now() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce((SELECT at FROM virtual_clock), clock_timestamp()) $$;
COMMENT ON FUNCTION guildhall_now() IS 'The one clock of every rule: the database''s, or a driver''s virtual one.';

GRANT SELECT ON virtual_clock TO
    guildhall_onboarding, guildhall_assessment, guildhall_credentialing, guildhall_incentives, guildhall_metrics,
    guildhall_operator;

-- Which outside publishers there are: their broker user and the CloudEvents sources registered for it.
CREATE TABLE integrator_source (
    broker_user text NOT NULL,
    source text NOT NULL,
    added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (broker_user, source)
);
COMMENT ON TABLE integrator_source IS
    'owner: guildhall; retention: integrator; which CloudEvents sources a broker user may publish as';
GRANT SELECT ON integrator_source TO
    guildhall_onboarding, guildhall_assessment, guildhall_credentialing, guildhall_incentives, guildhall_metrics;
GRANT SELECT, INSERT, DELETE ON integrator_source TO guildhall_operator;

DO $engine$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY['onboarding', 'assessment', 'credentialing', 'incentives', 'metrics'] LOOP
        EXECUTE replace($tables$
            CREATE TABLE @_contractor (
                id uuid PRIMARY KEY,
                canonical uuid NOT NULL,
                link_sequence bigint NOT NULL DEFAULT 0
            ) WITH (fillfactor = 80);
            CREATE INDEX @_contractor_canonical ON @_contractor (canonical);
            COMMENT ON TABLE @_contractor IS
                'owner: @; retention: worker; the row that a batch locks for a contractor, and whom it is linked with';

            CREATE TABLE @_inbox (
                id uuid PRIMARY KEY
            );
            COMMENT ON TABLE @_inbox IS
                'owner: @; retention: redelivery; ids of Guildhall''s own messages that were applied';

            CREATE TABLE @_intake (
                source text NOT NULL,
                id text NOT NULL,
                type text NOT NULL,
                outcome smallint NOT NULL CHECK (outcome BETWEEN 0 AND 2),
                reason text,
                PRIMARY KEY (source, id)
            );
            COMMENT ON TABLE @_intake IS
                'owner: @; retention: worker; every outside message for ever: 0 accepted, 1 refused, 2 repeats a record';

            CREATE TABLE @_tally (
                replica text NOT NULL,
                source text NOT NULL,
                type text NOT NULL,
                received bigint NOT NULL,
                PRIMARY KEY (replica, source, type)
            ) WITH (fillfactor = 50);
            COMMENT ON TABLE @_tally IS
                'owner: @; retention: service; outside messages received, counted once a delivery that is no redelivery';

            CREATE TABLE @_refused (
                source text NOT NULL,
                id text NOT NULL,
                type text,
                broker_user text,
                code text NOT NULL,
                path text NOT NULL,
                message text NOT NULL,
                size bigint NOT NULL,
                sha256 bytea NOT NULL,
                body bytea,
                at timestamptz NOT NULL,
                PRIMARY KEY (source, id)
            );
            CREATE INDEX @_refused_at ON @_refused (at);
            COMMENT ON TABLE @_refused IS
                'owner: @; retention: refused; outside messages refused, their bodies sealed with the source''s key';

            CREATE TABLE @_outbox (
                writer bigint NOT NULL,
                id uuid NOT NULL,
                routing_key text NOT NULL,
                body bytea NOT NULL,
                PRIMARY KEY (writer, id)
            ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
            COMMENT ON TABLE @_outbox IS
                'owner: @; retention: unpublished; committed events that the broker has not confirmed yet';

            CREATE TABLE @_retry (
                id uuid PRIMARY KEY,
                partition smallint NOT NULL,
                type text NOT NULL,
                source text NOT NULL,
                message_id text NOT NULL,
                inbound boolean NOT NULL,
                scope text NOT NULL,
                body bytea NOT NULL,
                attempts integer NOT NULL,
                errors text[] NOT NULL,
                first_failed_at timestamptz NOT NULL,
                next_at timestamptz,
                parked_reason text,
                CHECK ((next_at IS NULL) = (parked_reason IS NOT NULL))
            );
            CREATE INDEX @_retry_due ON @_retry (next_at) WHERE next_at IS NOT NULL;
            COMMENT ON TABLE @_retry IS
                'owner: @; retention: retry; messages that failed: waiting for their next attempt, or parked for a person';

            CREATE TABLE @_timer (
                key uuid PRIMARY KEY,
                kind text NOT NULL,
                due timestamptz NOT NULL,
                contractor uuid NOT NULL,
                partition smallint NOT NULL
            );
            CREATE INDEX @_timer_due ON @_timer (due);
            COMMENT ON TABLE @_timer IS
                'owner: @; retention: worker; what is to be done at a time';

            CREATE TABLE @_replica (
                id uuid PRIMARY KEY,
                address text NOT NULL,
                seen_at timestamptz NOT NULL
            ) WITH (fillfactor = 50);
            COMMENT ON TABLE @_replica IS
                'owner: @; retention: service; running replicas with their HTTP address, each seen within the lease time';

            CREATE TABLE @_lease (
                partition smallint PRIMARY KEY,
                holder uuid,
                until timestamptz NOT NULL
            ) WITH (fillfactor = 50);
            INSERT INTO @_lease (partition, until) SELECT n, 'epoch' FROM generate_series(0, 15) n;
            COMMENT ON TABLE @_lease IS
                'owner: @; retention: service; which replica consumes which partition';

            CREATE TABLE @_audit (
                id uuid PRIMARY KEY,
                xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
                at timestamptz NOT NULL,
                decision text NOT NULL,
                contractor uuid,
                rule text NOT NULL,
                programme text,
                programme_version bigint,
                cause_source text NOT NULL,
                cause_id text NOT NULL,
                inputs text NOT NULL,
                outcome text NOT NULL
            );
            CREATE INDEX @_audit_xid ON @_audit (xid, id);
            COMMENT ON TABLE @_audit IS
                'owner: @; retention: audit; every decision with its inputs, rule and cause; append-only by grant';

            CREATE TABLE @_seal (
                number bigint PRIMARY KEY,
                from_xid xid8 NOT NULL,
                to_xid xid8 NOT NULL,
                entries bigint NOT NULL,
                digest bytea NOT NULL,
                previous bytea NOT NULL,
                link bytea NOT NULL,
                signature bytea NOT NULL,
                key text NOT NULL,
                sealed_at timestamptz NOT NULL
            );
            COMMENT ON TABLE @_seal IS
                'owner: @; retention: audit; signed links over all audit entries of finished transactions';

            CREATE TABLE @_body_key (
                scope text PRIMARY KEY,
                sealed_key bytea NOT NULL,
                made_at timestamptz NOT NULL
            );
            COMMENT ON TABLE @_body_key IS
                'owner: @; retention: worker; keys of kept bodies by source or contractor, sealed; destroyed on erasure';

            GRANT SELECT, INSERT, UPDATE, DELETE ON
                @_contractor, @_tally, @_refused, @_outbox, @_retry, @_timer, @_replica, @_body_key TO guildhall_@;
            GRANT SELECT, INSERT, DELETE ON @_inbox TO guildhall_@;
            GRANT SELECT, INSERT, UPDATE, DELETE ON @_intake TO guildhall_@;
            GRANT SELECT, UPDATE ON @_lease TO guildhall_@;
            GRANT SELECT, INSERT ON @_audit, @_seal TO guildhall_@;
            GRANT SELECT ON
                @_contractor, @_inbox, @_intake, @_tally, @_refused, @_outbox, @_retry, @_timer, @_replica, @_lease,
                @_audit, @_seal, @_body_key TO guildhall_operator;
            GRANT UPDATE, DELETE ON @_retry TO guildhall_operator;
        $tables$, '@', service);
    END LOOP;
END
$engine$;
