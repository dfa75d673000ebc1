-- Onboarding's own tables: who a contractor is, engagements, onboarding cases, consents and enrolments.
-- Facts are inserted and never changed; what follows from them stands in a table beside them.

CREATE TABLE onboarding_identity (
    contractor uuid PRIMARY KEY,
    source text NOT NULL,
    worker_id text NOT NULL,
    person uuid,
    person_id text,
    person_since timestamptz,
    first_seen timestamptz NOT NULL,
    joined_to uuid,
    apart boolean NOT NULL DEFAULT false,
    UNIQUE (source, worker_id),
    CHECK ((person IS NULL) = (person_id IS NULL) AND (person IS NULL) = (person_since IS NULL))
);
CREATE INDEX onboarding_identity_person ON onboarding_identity (person) WHERE person IS NOT NULL;
COMMENT ON TABLE onboarding_identity IS
    'owner: onboarding; retention: worker; a contractor''s outside identity, and what an operator said of it';

CREATE TABLE onboarding_person (
    id uuid PRIMARY KEY
);
COMMENT ON TABLE onboarding_person IS
    'owner: onboarding; retention: worker; the row that is locked while identities of one person are linked';

CREATE TABLE onboarding_link (
    alias uuid NOT NULL,
    sequence bigint NOT NULL,
    canonical uuid NOT NULL,
    basis text NOT NULL CHECK (basis IN ('person-id', 'operator', 'message')),
    linked_at timestamptz NOT NULL,
    undone_at timestamptz,
    PRIMARY KEY (alias, sequence)
);
COMMENT ON TABLE onboarding_link IS
    'owner: onboarding; retention: worker; every link of an alias to the contractor who stands for it, with its end';

CREATE TABLE onboarding_engagement_revision (
    engagement uuid NOT NULL,
    revision bigint NOT NULL,
    contractor uuid NOT NULL,
    status text NOT NULL,
    event_time timestamptz NOT NULL,
    recorded_time timestamptz,
    recorded_at timestamptz NOT NULL,
    content uuid NOT NULL,
    record jsonb NOT NULL,
    PRIMARY KEY (engagement, revision)
);
COMMENT ON TABLE onboarding_engagement_revision IS
    'owner: onboarding; retention: worker; every revision of an engagement as its source recorded it';

CREATE TABLE onboarding_engagement (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    source text NOT NULL,
    record_id text NOT NULL,
    revision bigint NOT NULL,
    status text NOT NULL,
    role text NOT NULL,
    event_time timestamptz NOT NULL,
    starts_at timestamptz,
    ends_at timestamptz,
    end_reason text,
    value_minor_units bigint,
    value_currency text
) WITH (fillfactor = 80);
COMMENT ON TABLE onboarding_engagement IS
    'owner: onboarding; retention: worker; an engagement as its highest revision says';

CREATE TABLE onboarding_case (
    id uuid PRIMARY KEY,
    engagement uuid NOT NULL,
    contractor uuid NOT NULL,
    role text NOT NULL,
    programme text,
    programme_version bigint,
    opened_at timestamptz NOT NULL,
    CHECK ((programme IS NULL) = (programme_version IS NULL))
);
COMMENT ON TABLE onboarding_case IS
    'owner: onboarding; retention: worker; the onboarding of a contractor for an engagement, opened once';

CREATE TABLE onboarding_case_step (
    case_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('credential', 'verification', 'consent', 'terms')),
    contractor uuid NOT NULL,
    engagement uuid NOT NULL,
    programme text NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'done')),
    done_at timestamptz,
    PRIMARY KEY (case_id, kind),
    CHECK ((state = 'done') = (done_at IS NOT NULL))
);
CREATE INDEX onboarding_case_step_contractor ON onboarding_case_step (contractor);
COMMENT ON TABLE onboarding_case_step IS
    'owner: onboarding; retention: worker; a step of an onboarding case, open or done';

CREATE TABLE onboarding_consent (
    record uuid NOT NULL,
    revision bigint NOT NULL,
    contractor uuid NOT NULL,
    source text NOT NULL,
    record_id text NOT NULL,
    decision text NOT NULL CHECK (decision IN ('given', 'withdrawn')),
    purpose text NOT NULL,
    text_version text NOT NULL,
    basis text NOT NULL,
    channel text,
    language text,
    programme text,
    pathway text,
    offering text,
    engagement uuid,
    event_time timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    content uuid NOT NULL,
    PRIMARY KEY (record, revision)
);
CREATE INDEX onboarding_consent_contractor ON onboarding_consent (contractor);
COMMENT ON TABLE onboarding_consent IS
    'owner: onboarding; retention: worker; every consent given or withdrawn, with the version of the text shown';

CREATE TABLE onboarding_enrolment (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    pathway text NOT NULL,
    offering text NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'withdrawn')),
    opted_in_at timestamptz NOT NULL,
    engagement uuid,
    text_version text NOT NULL,
    channel text,
    basis text NOT NULL,
    sequence bigint NOT NULL,
    UNIQUE (contractor, programme, offering)
);
COMMENT ON TABLE onboarding_enrolment IS
    'owner: onboarding; retention: worker; a contractor''s place in an offering, as the consents known say';

CREATE TABLE onboarding_verification (
    record uuid NOT NULL,
    revision bigint NOT NULL,
    contractor uuid NOT NULL,
    source text NOT NULL,
    record_id text NOT NULL,
    engagement uuid,
    check_name text NOT NULL,
    status text NOT NULL CHECK (status IN ('requested', 'pending', 'clear', 'consider', 'expired')),
    provider_reference text NOT NULL,
    event_time timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    content uuid NOT NULL,
    PRIMARY KEY (record, revision)
);
CREATE INDEX onboarding_verification_contractor ON onboarding_verification (contractor);
COMMENT ON TABLE onboarding_verification IS
    'owner: onboarding; retention: worker; every state of an outside check, with the provider''s reference';

CREATE TABLE onboarding_requisition (
    record uuid NOT NULL,
    revision bigint NOT NULL,
    source text NOT NULL,
    record_id text NOT NULL,
    status text NOT NULL CHECK (status IN ('wanted', 'filled', 'withdrawn')),
    role text NOT NULL,
    count bigint NOT NULL,
    region text,
    wanted_from date,
    event_time timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    content uuid NOT NULL,
    PRIMARY KEY (record, revision)
);
COMMENT ON TABLE onboarding_requisition IS
    'owner: onboarding; retention: business; every revision of a wanted role; about nobody';

GRANT SELECT, INSERT, UPDATE ON
    onboarding_identity, onboarding_person, onboarding_link, onboarding_engagement, onboarding_case,
    onboarding_case_step, onboarding_enrolment TO guildhall_onboarding;
GRANT DELETE ON onboarding_case_step TO guildhall_onboarding;
GRANT SELECT, INSERT ON
    onboarding_engagement_revision, onboarding_consent, onboarding_verification, onboarding_requisition
    TO guildhall_onboarding;
GRANT SELECT ON
    onboarding_identity, onboarding_person, onboarding_link, onboarding_engagement_revision, onboarding_engagement,
    onboarding_case, onboarding_case_step, onboarding_consent, onboarding_enrolment, onboarding_verification,
    onboarding_requisition TO guildhall_operator;
