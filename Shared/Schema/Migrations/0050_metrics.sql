-- Figures: facts as the other services told them, merged by revision or sequence; everything else is computed from them.

CREATE TABLE metrics_engagement (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    revision bigint NOT NULL,
    status text NOT NULL,
    role text NOT NULL,
    starts_at timestamptz,
    ends_at timestamptz,
    accepted_at timestamptz
);
CREATE INDEX metrics_engagement_contractor ON metrics_engagement (contractor, starts_at);
COMMENT ON TABLE metrics_engagement IS
    'owner: metrics; retention: figures; engagements as of their highest revision, with the earliest acceptance';

CREATE TABLE metrics_enrolment (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    pathway text NOT NULL,
    offering text NOT NULL,
    status text NOT NULL,
    opted_in_at timestamptz NOT NULL,
    engagement uuid,
    sequence bigint NOT NULL
);
CREATE INDEX metrics_enrolment_offering ON metrics_enrolment (programme, offering);
COMMENT ON TABLE metrics_enrolment IS
    'owner: metrics; retention: figures; who takes part in which offering';

CREATE TABLE metrics_assessment_start (
    enrolment uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    offering text NOT NULL,
    started_at timestamptz NOT NULL
);
COMMENT ON TABLE metrics_assessment_start IS
    'owner: metrics; retention: figures; the earliest result of an enrolment';

CREATE TABLE metrics_credential (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    pathway text NOT NULL,
    offering text NOT NULL,
    achievement text NOT NULL,
    status text NOT NULL,
    awarded_at timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    sequence bigint NOT NULL
);
CREATE INDEX metrics_credential_contractor ON metrics_credential (contractor, programme, offering);
COMMENT ON TABLE metrics_credential IS
    'owner: metrics; retention: figures; credentials as of their highest sequence';

CREATE TABLE metrics_pool_membership (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    pool text NOT NULL,
    from_at timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    is_open boolean NOT NULL,
    sequence bigint NOT NULL
);
COMMENT ON TABLE metrics_pool_membership IS
    'owner: metrics; retention: figures; memberships of preferred pools';

CREATE TABLE metrics_premium_use (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    credential uuid NOT NULL,
    engagement uuid NOT NULL,
    is_returned boolean NOT NULL,
    amount_minor_units bigint,
    currency text,
    sequence bigint NOT NULL
);
COMMENT ON TABLE metrics_premium_use IS
    'owner: metrics; retention: figures; uses of premium entitlements, returned ones included';

CREATE TABLE metrics_report (
    id uuid PRIMARY KEY,
    type text NOT NULL,
    contractor uuid NOT NULL,
    engagement uuid,
    revision bigint NOT NULL,
    event_time timestamptz NOT NULL,
    content jsonb NOT NULL
);
CREATE INDEX metrics_report_engagement ON metrics_report (engagement, type);
COMMENT ON TABLE metrics_report IS
    'owner: metrics; retention: figures; hours, work, ratings and incidents as outside systems reported them';

CREATE TABLE metrics_period (
    figure text NOT NULL,
    month date NOT NULL,
    facts bigint NOT NULL,
    late bigint NOT NULL,
    corrected bigint NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (figure, month)
) WITH (fillfactor = 50);
COMMENT ON TABLE metrics_period IS
    'owner: metrics; retention: figures; facts a month of event time, with those that came late or changed it later';

CREATE TABLE metrics_kpi_definition (
    name text NOT NULL,
    version bigint NOT NULL,
    title text NOT NULL,
    formula text NOT NULL,
    source_events text[] NOT NULL,
    window_days bigint,
    owner text NOT NULL,
    PRIMARY KEY (name, version)
);
COMMENT ON TABLE metrics_kpi_definition IS
    'owner: metrics; retention: figures; what each figure means; a new meaning is a new version';

INSERT INTO metrics_kpi_definition (name, version, title, formula, source_events, window_days, owner) VALUES
    ('rehire', 1, 'Rehire rate',
     'Over ended engagements whose end day plus the window is not after the as-of day: the share whose contractor starts another engagement after the end day and at most the window later. Ended ones whose window is still open are censored, not counted as no.',
     ARRAY['guildhall.engagement.started.v1', 'guildhall.engagement.ended.v1', 'guildhall.contractor.linked.v1'],
     90, 'Talent Procurement'),
    ('funnel', 1, 'Funnel',
     'Enrolments by the stages that they have reached: opted in, engagement started, assessed, credentialed, engaged again after the credential; conversion to the next stage, median waiting time in days, slowest stage.',
     ARRAY['guildhall.enrolment.opened.v1', 'guildhall.engagement.started.v1', 'guildhall.assessment.started.v1', 'guildhall.credential.issued.v1'],
     NULL, 'L&D'),
    ('status', 1, 'Counts by status',
     'Engagements, enrolments and credentials by status.',
     ARRAY['guildhall.engagement.accepted.v1', 'guildhall.enrolment.opened.v1', 'guildhall.credential.issued.v1'],
     NULL, 'Operations');

GRANT SELECT, INSERT, UPDATE ON
    metrics_engagement, metrics_enrolment, metrics_assessment_start, metrics_credential, metrics_pool_membership,
    metrics_premium_use, metrics_report, metrics_period TO guildhall_metrics;
GRANT SELECT ON metrics_kpi_definition TO guildhall_metrics;
GRANT SELECT ON
    metrics_engagement, metrics_enrolment, metrics_assessment_start, metrics_credential, metrics_pool_membership,
    metrics_premium_use, metrics_report, metrics_period, metrics_kpi_definition TO guildhall_operator;
