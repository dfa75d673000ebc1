-- Rewards: what incentives knows of engagements, credentials and earnings, the pools and premiums that follow, and the
-- double-entry ledger.

CREATE TABLE incentives_engagement (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    revision bigint NOT NULL,
    status text NOT NULL,
    occurred_at timestamptz NOT NULL,
    starts_at timestamptz,
    value_minor bigint,
    value_currency text,
    CHECK ((value_minor IS NULL) = (value_currency IS NULL))
) WITH (fillfactor = 80);
CREATE INDEX incentives_engagement_contractor ON incentives_engagement (contractor);
COMMENT ON TABLE incentives_engagement IS
    'owner: incentives; retention: worker; the highest revision of every engagement that was told of';

CREATE TABLE incentives_credential (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    pathway text NOT NULL,
    offering text NOT NULL,
    status text NOT NULL,
    awarded_at timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    sequence bigint NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX incentives_credential_contractor ON incentives_credential (contractor);
COMMENT ON TABLE incentives_credential IS
    'owner: incentives; retention: worker; the highest sequence of every credential that was told of';

CREATE TABLE incentives_earning (
    source text NOT NULL,
    id text NOT NULL,
    revision bigint NOT NULL,
    contractor uuid NOT NULL,
    engagement uuid NOT NULL,
    event_time timestamptz NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    gross_minor bigint NOT NULL,
    tips_minor bigint,
    currency text NOT NULL,
    jobs bigint,
    PRIMARY KEY (source, id, revision),
    CHECK (period_start <= period_end)
);
CREATE INDEX incentives_earning_contractor ON incentives_earning (contractor);
COMMENT ON TABLE incentives_earning IS
    'owner: incentives; retention: worker; earnings as outside systems recorded them, every revision';

CREATE TABLE incentives_pool_membership (
    id uuid PRIMARY KEY,
    credential uuid NOT NULL,
    pool text NOT NULL,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    open boolean NOT NULL,
    reason text NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    UNIQUE (credential, pool)
) WITH (fillfactor = 80);
CREATE INDEX incentives_pool_membership_contractor ON incentives_pool_membership (contractor);
COMMENT ON TABLE incentives_pool_membership IS
    'owner: incentives; retention: worker; places in preferred pools, kept after they end';

CREATE TABLE incentives_premium_grant (
    credential uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    units bigint NOT NULL CHECK (units > 0),
    open boolean NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    value_at timestamptz NOT NULL
);
CREATE INDEX incentives_premium_grant_contractor ON incentives_premium_grant (contractor);
COMMENT ON TABLE incentives_premium_grant IS
    'owner: incentives; retention: worker; premium uses that credentials granted, kept after they are taken back';

CREATE TABLE incentives_premium_use (
    id uuid PRIMARY KEY,
    engagement uuid NOT NULL,
    credential uuid NOT NULL,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    rate_basis_points bigint NOT NULL,
    amount_minor bigint,
    amount_currency text,
    open boolean NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    value_at timestamptz NOT NULL,
    posting uuid NOT NULL,
    UNIQUE (engagement, credential),
    CHECK ((amount_minor IS NULL) = (amount_currency IS NULL))
) WITH (fillfactor = 80);
CREATE INDEX incentives_premium_use_contractor ON incentives_premium_use (contractor);
CREATE INDEX incentives_premium_use_credential ON incentives_premium_use (credential);
COMMENT ON TABLE incentives_premium_use IS
    'owner: incentives; retention: worker; premiums recommended for engagements, kept after they are returned';

CREATE TABLE incentives_posting (
    id uuid PRIMARY KEY,
    debit_account text NOT NULL,
    credit_account text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    unit text NOT NULL CHECK (unit = 'premium-use' OR unit ~ '^[A-Z]{3}$'),
    contractor uuid NOT NULL,
    cause text NOT NULL,
    reverses uuid UNIQUE REFERENCES incentives_posting (id),
    posted_at timestamptz NOT NULL,
    value_at timestamptz NOT NULL,
    CHECK (debit_account <> credit_account)
);
CREATE INDEX incentives_posting_contractor ON incentives_posting (contractor);
COMMENT ON TABLE incentives_posting IS
    'owner: incentives; retention: ledger; double-entry postings: append-only by grant, corrected by reversals';
COMMENT ON COLUMN incentives_posting.amount IS 'minor units of a currency, or a count of premium uses';
COMMENT ON COLUMN incentives_posting.value_at IS 'the moment in the world that it belongs to';

CREATE VIEW incentives_balance AS
    SELECT account, unit, sum(amount) AS balance
    FROM (
        SELECT credit_account AS account, unit, amount FROM incentives_posting
        UNION ALL
        SELECT debit_account, unit, -amount FROM incentives_posting
    ) movement
    GROUP BY account, unit;
COMMENT ON VIEW incentives_balance IS 'what every account holds: credits less debits';

GRANT SELECT, INSERT, UPDATE, DELETE ON
    incentives_engagement, incentives_credential, incentives_earning, incentives_pool_membership,
    incentives_premium_grant, incentives_premium_use TO guildhall_incentives;
GRANT SELECT, INSERT ON incentives_posting TO guildhall_incentives;
GRANT SELECT ON incentives_balance TO guildhall_incentives;
GRANT SELECT ON
    incentives_engagement, incentives_credential, incentives_earning, incentives_pool_membership,
    incentives_premium_grant, incentives_premium_use, incentives_posting, incentives_balance TO guildhall_operator;
