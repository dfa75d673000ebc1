-- Leases and replicas are timed by the host's clock whatever the rules see; under a name, so that a simulation that
-- invents both clocks can put its own in its place.

CREATE FUNCTION guildhall_wall_clock() RETURNS timestamptz
    LANGUAGE sql VOLATILE PARALLEL SAFE
    AS $$ SELECT clock_timestamp() $$;
COMMENT ON FUNCTION guildhall_wall_clock() IS 'The database host''s clock, for leases; no rule reads it.';
