-- What onboarding needs to judge cases: further records from outside, credentials and hours as other services tell
-- them, and beside these facts what follows from them: the gate, its steps, invitations, notices, violations.
-- onboarding_case_step is written no more; it stays while the previous version serves. Requisitions belong to metrics.

CREATE TABLE onboarding_record (
    record uuid NOT NULL,
    revision bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('agreement', 'discovery', 'invitation', 'preference', 'sign-up', 'step')),
    contractor uuid,
    source text NOT NULL,
    record_id text NOT NULL,
    invitation uuid,
    event_time timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    content uuid NOT NULL,
    body jsonb NOT NULL,
    PRIMARY KEY (record, revision),
    CHECK ((kind = 'agreement') = (contractor IS NULL))
);
CREATE INDEX onboarding_record_contractor ON onboarding_record (contractor) WHERE contractor IS NOT NULL;
CREATE INDEX onboarding_record_agreement ON onboarding_record (source) WHERE kind = 'agreement';
COMMENT ON TABLE onboarding_record IS
    'owner: onboarding; retention: worker; every revision of a step, sign-up, invitation, discovery, preference or agreement as its source recorded it';

CREATE TABLE onboarding_credential (
    credential uuid NOT NULL,
    sequence bigint NOT NULL,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    pathway text NOT NULL,
    offering text NOT NULL,
    status text NOT NULL,
    awarded_at timestamptz NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    suspended_until timestamptz,
    noted_at timestamptz NOT NULL,
    PRIMARY KEY (credential, sequence)
);
CREATE INDEX onboarding_credential_contractor ON onboarding_credential (contractor);
COMMENT ON TABLE onboarding_credential IS
    'owner: onboarding; retention: worker; every state of a credential that credentialing told';

CREATE TABLE onboarding_time (
    report uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    engagement uuid NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    hours bigint NOT NULL,
    revision bigint NOT NULL
);
CREATE INDEX onboarding_time_contractor ON onboarding_time (contractor);
COMMENT ON TABLE onboarding_time IS
    'owner: onboarding; retention: worker; hours reported, in millionths, as the highest revision says';

CREATE TABLE onboarding_gate (
    case_id uuid PRIMARY KEY,
    engagement uuid NOT NULL,
    contractor uuid NOT NULL,
    source text NOT NULL,
    role text,
    programme text,
    programme_version bigint,
    status text NOT NULL CHECK (status IN ('open', 'cleared', 'breached', 'closed')),
    opened_at timestamptz,
    started_at timestamptz,
    warning_at timestamptz,
    due_at timestamptz,
    cleared_at timestamptz,
    is_warned boolean NOT NULL,
    is_breached boolean NOT NULL,
    agreement text,
    sequence bigint NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX onboarding_gate_contractor ON onboarding_gate (contractor);
CREATE INDEX onboarding_gate_source ON onboarding_gate (source, opened_at);
COMMENT ON TABLE onboarding_gate IS
    'owner: onboarding; retention: worker; how far the case of a role that Guildhall prepares for has come';

CREATE TABLE onboarding_step (
    case_id uuid NOT NULL,
    step text NOT NULL,
    contractor uuid NOT NULL,
    kind text NOT NULL,
    owner text NOT NULL,
    blocks boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'done', 'waived')),
    done_at timestamptz,
    waived_by uuid,
    text_version text,
    statement text,
    PRIMARY KEY (case_id, step),
    CHECK ((state = 'open') = (done_at IS NULL)),
    CHECK ((state = 'waived') = (waived_by IS NOT NULL))
);
CREATE INDEX onboarding_step_contractor ON onboarding_step (contractor);
COMMENT ON TABLE onboarding_step IS
    'owner: onboarding; retention: worker; a step of a case: open, done or waived, and which texts the worker saw';

CREATE TABLE onboarding_violation (
    report uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    engagement uuid NOT NULL,
    period_start date NOT NULL,
    hours bigint NOT NULL,
    cleared_at timestamptz,
    is_open boolean NOT NULL,
    sequence bigint NOT NULL
);
CREATE INDEX onboarding_violation_contractor ON onboarding_violation (contractor);
COMMENT ON TABLE onboarding_violation IS
    'owner: onboarding; retention: worker; hours reported before the gate was cleared';

CREATE TABLE onboarding_invitation (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    source text NOT NULL,
    record_id text NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    pathway text NOT NULL,
    offering text NOT NULL,
    batch text,
    expected_hours bigint NOT NULL,
    statement text NOT NULL,
    experiments text[] NOT NULL,
    variants text[] NOT NULL,
    language text NOT NULL,
    invited_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    is_withdrawn boolean NOT NULL,
    link uuid NOT NULL UNIQUE,
    used_by uuid,
    sequence bigint NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX onboarding_invitation_contractor ON onboarding_invitation (contractor);
CREATE INDEX onboarding_invitation_batch ON onboarding_invitation (batch) WHERE batch IS NOT NULL;
COMMENT ON TABLE onboarding_invitation IS
    'owner: onboarding; retention: worker; an invitation with what it showed; its link by a hash, and who used it';

CREATE TABLE onboarding_exposure (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    experiment text NOT NULL,
    variant text NOT NULL,
    exposed_at timestamptz NOT NULL
);
CREATE INDEX onboarding_exposure_contractor ON onboarding_exposure (contractor);
COMMENT ON TABLE onboarding_exposure IS
    'owner: onboarding; retention: worker; when a worker met a variant first';

CREATE TABLE onboarding_discovery (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    pathway text NOT NULL,
    seen_at timestamptz NOT NULL
);
CREATE INDEX onboarding_discovery_contractor ON onboarding_discovery (contractor);
COMMENT ON TABLE onboarding_discovery IS
    'owner: onboarding; retention: worker; when a worker saw a pathway first';

CREATE TABLE onboarding_notice (
    id uuid PRIMARY KEY,
    series uuid NOT NULL,
    contractor uuid NOT NULL,
    kind text NOT NULL,
    number bigint NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    enrolment uuid,
    case_id uuid,
    channel text,
    language text NOT NULL,
    text_id text NOT NULL,
    text_version text NOT NULL,
    statement text,
    due_at timestamptz NOT NULL,
    issued_at timestamptz NOT NULL,
    UNIQUE (series, kind, number)
);
CREATE INDEX onboarding_notice_contractor ON onboarding_notice (contractor);
COMMENT ON TABLE onboarding_notice IS
    'owner: onboarding; retention: worker; what a worker was told, once each, with language and version of the text';

CREATE TABLE onboarding_series (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('reminder', 'renewal')),
    started_at timestamptz NOT NULL,
    next_number bigint NOT NULL,
    next_due timestamptz
) WITH (fillfactor = 80);
CREATE INDEX onboarding_series_contractor ON onboarding_series (contractor);
COMMENT ON TABLE onboarding_series IS
    'owner: onboarding; retention: worker; which reminder comes next and when; none once there is nothing to remind of';

CREATE TABLE onboarding_link_key (
    id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    key bytea NOT NULL
);
INSERT INTO onboarding_link_key (key)
VALUES (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
COMMENT ON TABLE onboarding_link_key IS
    'owner: onboarding; retention: business; the key from which the tokens of sign-up links are derived';

GRANT SELECT, INSERT, UPDATE ON
    onboarding_time, onboarding_gate, onboarding_step, onboarding_violation, onboarding_invitation,
    onboarding_exposure, onboarding_discovery, onboarding_series TO guildhall_onboarding;
GRANT DELETE ON onboarding_step TO guildhall_onboarding;
GRANT SELECT, INSERT ON onboarding_record, onboarding_credential, onboarding_notice TO guildhall_onboarding;
GRANT SELECT ON onboarding_link_key TO guildhall_onboarding;
GRANT SELECT ON
    onboarding_record, onboarding_credential, onboarding_time, onboarding_gate, onboarding_step, onboarding_violation,
    onboarding_invitation, onboarding_exposure, onboarding_discovery, onboarding_notice, onboarding_series
    TO guildhall_operator;
