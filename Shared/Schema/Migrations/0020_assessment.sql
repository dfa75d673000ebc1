-- Assessment's own tables: results from outside systems, who is enrolled, and the outcome that follows.
-- Scores are whole millionths of a percent, so that an outcome is exact.

CREATE TABLE assessment_result (
    record uuid NOT NULL,
    revision bigint NOT NULL,
    contractor uuid NOT NULL,
    source text NOT NULL,
    record_id text NOT NULL,
    programme text NOT NULL,
    offering text NOT NULL,
    assessment text NOT NULL,
    percent bigint NOT NULL CHECK (percent BETWEEN 0 AND 100000000),
    prior_learning boolean NOT NULL,
    event_time timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    content uuid NOT NULL,
    PRIMARY KEY (record, revision)
);
CREATE INDEX assessment_result_contractor ON assessment_result (contractor);
COMMENT ON TABLE assessment_result IS
    'owner: assessment; retention: worker; every revision of a result, in millionths of a percent of its scale';

CREATE TABLE assessment_learning (
    record uuid NOT NULL,
    revision bigint NOT NULL,
    contractor uuid NOT NULL,
    source text NOT NULL,
    record_id text NOT NULL,
    verb text NOT NULL,
    object text NOT NULL,
    statement text NOT NULL,
    event_time timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    content uuid NOT NULL,
    PRIMARY KEY (record, revision)
);
COMMENT ON TABLE assessment_learning IS
    'owner: assessment; retention: worker; learning statements as they came';

CREATE TABLE assessment_enrolment (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    pathway text NOT NULL,
    offering text NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'withdrawn')),
    opted_in_at timestamptz NOT NULL,
    sequence bigint NOT NULL,
    started_at timestamptz
) WITH (fillfactor = 80);
CREATE INDEX assessment_enrolment_contractor ON assessment_enrolment (contractor);
COMMENT ON TABLE assessment_enrolment IS
    'owner: assessment; retention: worker; enrolments as onboarding announced them, and the first result''s time';

CREATE TABLE assessment_outcome (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    enrolment uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    pathway text NOT NULL,
    offering text NOT NULL,
    achievement text NOT NULL,
    passed boolean NOT NULL,
    score bigint NOT NULL,
    awarded_at timestamptz,
    sequence bigint NOT NULL,
    decided_at timestamptz NOT NULL,
    CHECK (passed = (awarded_at IS NOT NULL))
);
CREATE INDEX assessment_outcome_contractor ON assessment_outcome (contractor);
COMMENT ON TABLE assessment_outcome IS
    'owner: assessment; retention: worker; outcomes as they were last announced; the score in millionths of a percent';

GRANT SELECT, INSERT ON assessment_result, assessment_learning TO guildhall_assessment;
GRANT SELECT, INSERT, UPDATE ON assessment_enrolment, assessment_outcome TO guildhall_assessment;
GRANT SELECT ON
    assessment_result, assessment_learning, assessment_enrolment, assessment_outcome TO guildhall_operator;
