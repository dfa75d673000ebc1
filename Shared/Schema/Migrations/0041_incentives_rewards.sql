-- Rewards of programmes that Guildhall delivers: what their rules are told, grants, stipends, stories and priorities as
-- they were announced, budgets by quarter with what was given out of them, and the ledger's entries in money.

ALTER TABLE incentives_credential ADD COLUMN revoked_at timestamptz, ADD COLUMN suspensions text;
COMMENT ON COLUMN incentives_credential.revoked_at IS
    'since when it is revoked for cause; null where its outcome turned out not to be passed';
COMMENT ON COLUMN incentives_credential.suspensions IS
    'suspensions and lifts: sequence,at,until in microseconds since 1970, divided by semicolons';

ALTER TABLE incentives_pool_membership ADD COLUMN paused_until timestamptz;
ALTER TABLE incentives_premium_grant ADD COLUMN rate_basis_points bigint;
ALTER TABLE incentives_premium_use ADD COLUMN budgeted boolean NOT NULL DEFAULT false;

CREATE TABLE incentives_fact (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    sequence bigint NOT NULL,
    content jsonb NOT NULL
);
CREATE INDEX incentives_fact_contractor ON incentives_fact (contractor);
CREATE INDEX incentives_fact_programme ON incentives_fact (programme, kind);
COMMENT ON TABLE incentives_fact IS
    'owner: incentives; retention: worker; enrolments, tasks and exposures as other services last told of them';

CREATE TABLE incentives_record (
    record uuid NOT NULL,
    revision bigint NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    record_id text NOT NULL,
    contractor uuid,
    programme text,
    event_time timestamptz NOT NULL,
    content jsonb NOT NULL,
    fingerprint uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (record, revision)
);
CREATE INDEX incentives_record_contractor ON incentives_record (contractor);
CREATE INDEX incentives_record_name ON incentives_record (kind, record_id);
COMMENT ON TABLE incentives_record IS
    'owner: incentives; retention: worker; claims, decisions, payments, testimonials, releases, overrides and briefs as '
    'outside systems recorded them, every revision';

CREATE TABLE incentives_receipt (
    hash text PRIMARY KEY,
    contractor uuid NOT NULL
);
COMMENT ON TABLE incentives_receipt IS
    'owner: incentives; retention: ledger; whose claim brought a receipt first, by the hash of its picture';

CREATE TABLE incentives_reward (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    state jsonb NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX incentives_reward_contractor ON incentives_reward (contractor);
CREATE INDEX incentives_reward_programme ON incentives_reward (programme, kind);
COMMENT ON TABLE incentives_reward IS
    'owner: incentives; retention: worker; grants, claims, stipends, stories and priorities as they were last announced';

CREATE TABLE incentives_budget (
    programme text NOT NULL,
    line text NOT NULL,
    quarter text NOT NULL CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    currency text NOT NULL,
    amount bigint NOT NULL,
    reserved bigint NOT NULL CHECK (reserved >= 0),
    committed bigint NOT NULL CHECK (committed >= 0),
    PRIMARY KEY (programme, line, quarter, currency),
    CHECK (reserved + committed <= amount)
) WITH (fillfactor = 80);
COMMENT ON TABLE incentives_budget IS
    'owner: incentives; retention: ledger; what a quarter''s line may spend, and how much of it is given out';

CREATE TABLE incentives_allocation (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    line text NOT NULL,
    quarter text,
    amount bigint NOT NULL CHECK (amount >= 0),
    currency text NOT NULL,
    status text NOT NULL CHECK (status IN ('given', 'unbudgeted', 'queued', 'refused', 'released')),
    held bigint NOT NULL CHECK (held BETWEEN 0 AND amount),
    committed bigint NOT NULL CHECK (committed BETWEEN 0 AND held),
    moment timestamptz NOT NULL,
    queued_at timestamptz,
    served_at timestamptz,
    CHECK ((status = 'given') = (quarter IS NOT NULL)),
    CHECK ((status = 'queued') <= (queued_at IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX incentives_allocation_contractor ON incentives_allocation (contractor);
CREATE INDEX incentives_allocation_queue ON incentives_allocation (programme, line, queued_at, id)
    WHERE status = 'queued';
COMMENT ON TABLE incentives_allocation IS
    'owner: incentives; retention: ledger; what a reward was given out of a budget line, or waits for, in order of commit';

CREATE TABLE incentives_entry (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    contractor uuid NOT NULL,
    debit_account text NOT NULL,
    credit_account text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    value_at timestamptz NOT NULL,
    open boolean NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0)
) WITH (fillfactor = 80);
CREATE INDEX incentives_entry_contractor ON incentives_entry (contractor);
COMMENT ON TABLE incentives_entry IS
    'owner: incentives; retention: ledger; money that stands in the ledger for a cause; its postings are never edited';

GRANT SELECT, INSERT, UPDATE, DELETE ON
    incentives_fact, incentives_record, incentives_receipt, incentives_reward, incentives_budget,
    incentives_allocation, incentives_entry TO guildhall_incentives;
GRANT SELECT ON
    incentives_fact, incentives_record, incentives_receipt, incentives_reward, incentives_budget,
    incentives_allocation, incentives_entry TO guildhall_operator;
