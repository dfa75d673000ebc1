-- What Guildhall assesses itself: acts and reviews as facts, attempts as they stand, the terms that may be renewed, and
-- the units that workers completed. Nothing of it is written for programmes that are delivered elsewhere.

CREATE TABLE assessment_attempt_record (
    record uuid NOT NULL,
    revision bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('act', 'review')),
    contractor uuid NOT NULL,
    source text NOT NULL,
    attempt uuid NOT NULL,
    content uuid NOT NULL,
    body text NOT NULL,
    record_id text NOT NULL,
    programme text NOT NULL,
    offering text NOT NULL,
    event_time timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (record, revision)
);
CREATE INDEX assessment_attempt_record_contractor ON assessment_attempt_record (contractor);
COMMENT ON TABLE assessment_attempt_record IS
    'owner: assessment; retention: worker; every revision of what was recorded about an attempt, as it came';

CREATE TABLE assessment_attempt (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    source text NOT NULL,
    name text NOT NULL,
    programme text NOT NULL,
    programme_version bigint,
    offering text NOT NULL,
    is_renewal boolean NOT NULL,
    started_at timestamptz,
    refusal text,
    verdict text CHECK (verdict IN ('pass', 'fail', 'refer')),
    score bigint,
    rubric_version text,
    counts boolean NOT NULL,
    body text NOT NULL,
    decided_at timestamptz NOT NULL,
    CHECK (refusal IS NULL OR verdict IS NULL)
) WITH (fillfactor = 80);
CREATE INDEX assessment_attempt_contractor ON assessment_attempt (contractor);
COMMENT ON TABLE assessment_attempt IS
    'owner: assessment; retention: worker; attempts as they stand: what was drawn by which seed, scores in millionths of a percent, and what was announced';

CREATE TABLE assessment_credential_term (
    credential uuid NOT NULL,
    renewal bigint NOT NULL,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    offering text NOT NULL,
    status text NOT NULL,
    valid_until timestamptz NOT NULL,
    sequence bigint NOT NULL,
    body text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (credential, renewal)
);
CREATE INDEX assessment_credential_term_contractor ON assessment_credential_term (contractor);
COMMENT ON TABLE assessment_credential_term IS
    'owner: assessment; retention: worker; terms of credentials that can be renewed, as credentialing announced them';

CREATE TABLE assessment_unit_statement (
    record uuid NOT NULL,
    revision bigint NOT NULL,
    contractor uuid NOT NULL,
    programme text,
    pathway text,
    unit text NOT NULL,
    event_time timestamptz NOT NULL,
    PRIMARY KEY (record, revision)
);
CREATE INDEX assessment_unit_statement_contractor ON assessment_unit_statement (contractor);
COMMENT ON TABLE assessment_unit_statement IS
    'owner: assessment; retention: worker; learning statements that tell of a completed unit; progress is worked out from them';

ALTER TABLE assessment_outcome
    ADD COLUMN verdict text CHECK (verdict IN ('pass', 'fail', 'refer')),
    ADD COLUMN attempt text,
    ADD COLUMN rubric_version text;
COMMENT ON COLUMN assessment_outcome.verdict IS 'what the layers come to; null where results come from elsewhere';

GRANT SELECT, INSERT ON assessment_attempt_record, assessment_unit_statement TO guildhall_assessment;
GRANT SELECT, INSERT, UPDATE ON assessment_attempt, assessment_credential_term TO guildhall_assessment;
GRANT SELECT ON assessment_attempt_record, assessment_attempt, assessment_credential_term, assessment_unit_statement
    TO guildhall_operator;
