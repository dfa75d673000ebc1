-- What the figures of a pilot rest on: searches, invitations, exposures, cases, tasks and rewards, with their definitions.

ALTER TABLE metrics_engagement ADD COLUMN offered_at timestamptz;
ALTER TABLE metrics_engagement ADD COLUMN requisition uuid;
ALTER TABLE metrics_engagement ADD COLUMN region text;
COMMENT ON COLUMN metrics_engagement.requisition IS 'the record in metrics_requisition that it fills, where the source says';

ALTER TABLE metrics_credential ADD COLUMN revoked_at timestamptz;
COMMENT ON COLUMN metrics_credential.revoked_at IS
    'until when a revoked credential counted; NULL where its outcome turned out not to be passed, so that it never did';

CREATE TABLE metrics_requisition (
    record uuid NOT NULL,
    revision bigint NOT NULL,
    status text NOT NULL CHECK (status IN ('wanted', 'filled', 'withdrawn')),
    role text NOT NULL,
    count bigint NOT NULL,
    region text,
    wanted_from date,
    event_time timestamptz NOT NULL,
    content uuid NOT NULL,
    PRIMARY KEY (record, revision)
);
COMMENT ON TABLE metrics_requisition IS
    'owner: metrics; retention: business; every revision of a wanted role; about nobody';

-- Requisitions were onboarding's before; what it took in keeps counting, and a repeated record is known.
INSERT INTO metrics_requisition
    (record, revision, status, role, count, region, wanted_from, event_time, content)
SELECT record, revision, status, role, count, region, wanted_from, event_time, content FROM onboarding_requisition;

CREATE TABLE metrics_invitation (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    pathway text NOT NULL,
    offering text NOT NULL,
    batch text,
    invited_at timestamptz NOT NULL,
    is_withdrawn boolean NOT NULL,
    sequence bigint NOT NULL
);
CREATE INDEX metrics_invitation_offering ON metrics_invitation (programme, offering);
COMMENT ON TABLE metrics_invitation IS
    'owner: metrics; retention: figures; invitations to offerings as of their highest sequence';

CREATE TABLE metrics_discovery (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    pathway text NOT NULL,
    seen_at timestamptz NOT NULL
);
COMMENT ON TABLE metrics_discovery IS
    'owner: metrics; retention: figures; when a pathway was seen first';

CREATE TABLE metrics_exposure (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    experiment text NOT NULL,
    variant text NOT NULL,
    exposed_at timestamptz NOT NULL
);
CREATE INDEX metrics_exposure_experiment ON metrics_exposure (programme, experiment);
COMMENT ON TABLE metrics_exposure IS
    'owner: metrics; retention: figures; who met which variant of an experiment first, apart from what was assigned';

CREATE TABLE metrics_case (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    engagement uuid NOT NULL,
    role text NOT NULL,
    programme text,
    status text NOT NULL,
    opened_at timestamptz NOT NULL,
    due_at timestamptz,
    cleared_at timestamptz,
    sequence bigint NOT NULL
);
COMMENT ON TABLE metrics_case IS
    'owner: metrics; retention: figures; onboarding cases as of their highest sequence';

CREATE TABLE metrics_task (
    id uuid PRIMARY KEY,
    enrolment uuid NOT NULL,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    pathway text NOT NULL,
    offering text NOT NULL,
    layer text NOT NULL,
    completed_at timestamptz NOT NULL,
    sequence bigint NOT NULL
);
CREATE INDEX metrics_task_enrolment ON metrics_task (enrolment);
COMMENT ON TABLE metrics_task IS
    'owner: metrics; retention: figures; completed tasks of assessments';

CREATE TABLE metrics_grant (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    plan text NOT NULL,
    credential uuid NOT NULL,
    status text NOT NULL,
    amount_minor_units bigint NOT NULL,
    paid_minor_units bigint NOT NULL,
    currency text NOT NULL,
    from_at timestamptz NOT NULL,
    sequence bigint NOT NULL
);
COMMENT ON TABLE metrics_grant IS
    'owner: metrics; retention: figures; micro-grants as of their highest sequence';

CREATE TABLE metrics_stipend (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    task uuid NOT NULL,
    amount_minor_units bigint NOT NULL,
    currency text NOT NULL,
    is_returned boolean NOT NULL,
    sequence bigint NOT NULL
);
COMMENT ON TABLE metrics_stipend IS
    'owner: metrics; retention: figures; stipends for tasks, returned ones included';

GRANT SELECT, INSERT ON metrics_requisition TO guildhall_metrics;
GRANT SELECT, INSERT, UPDATE ON
    metrics_invitation, metrics_discovery, metrics_exposure, metrics_case, metrics_task, metrics_grant, metrics_stipend
    TO guildhall_metrics;
GRANT SELECT ON
    metrics_requisition, metrics_invitation, metrics_discovery, metrics_exposure, metrics_case, metrics_task,
    metrics_grant, metrics_stipend TO guildhall_operator;

INSERT INTO metrics_kpi_definition (name, version, title, formula, source_events, window_days, owner) VALUES
    ('time-to-fill', 1, 'Time to fill',
     'Per role: days from the event time at which a requisition was first recorded as wanted to the event time at which the engagement that fills a place of it was accepted. The first acceptances fill as many places as are wanted; cancelled and withdrawn engagements fill none. Median and 90th percentile by quantile type 7. Places still open, closed unfilled, and filled without a known acceptance are counted apart. Split by the credential held at the acceptance.',
     ARRAY['guildhall.requisition.recorded.v1', 'guildhall.engagement.accepted.v1'], NULL, 'Talent Procurement'),
    ('first-week-errors', 1, 'First-week error rate',
     'Errors over units of the work reports of an engagement whose event time is at or after its start and less than 168 hours later, summed over started engagements whose first week is over. Engagements without a unit in that week are excluded and counted; open weeks are counted apart. Split by the credential held at the report''s event time.',
     ARRAY['guildhall.work.reported.v1', 'guildhall.engagement.started.v1'], 7, 'Operations'),
    ('incidents', 1, 'Incidents per worker-day',
     'Tickets, incidents and defects over worker-days. A worker-day is a day in UTC on which a person has a running engagement, from its start day to its end day, or to the as-of day while it goes on; engagements side by side count once. An incident is split by the credential held at its event time, a worker-day by the one held at the day''s first moment. Incidents of people without an engagement are counted apart.',
     ARRAY['guildhall.incident.recorded.v1', 'guildhall.engagement.started.v1', 'guildhall.engagement.ended.v1'],
     NULL, 'Operations'),
    ('participation', 1, 'Participation rate',
     'Persons and offerings with an invitation that was not withdrawn before anybody used it: the share that opted in, even if they opted out later. Who opted in without an invitation is counted apart. Split by the credential held at the invitation.',
     ARRAY['guildhall.invitation.issued.v1', 'guildhall.invitation.withdrawn.v1', 'guildhall.enrolment.opened.v1'],
     NULL, 'L&D'),
    ('completion', 1, 'Completion rate',
     'Persons and offerings that were opted in to: the share that earned the offering''s credential. Split by the credential held when opting in.',
     ARRAY['guildhall.enrolment.opened.v1', 'guildhall.credential.issued.v1'], NULL, 'L&D'),
    ('quality-delta', 1, 'Quality delta',
     'Ratings in percent of their scale. Per worker with ratings on both sides of the first credential''s award: the mean at or after it, less the mean before it; then the mean over workers, by cohort, which is the offering of that credential. Workers rated on one side only and ratings on a scale of a single point are counted apart. Split by the credential held at the rating''s event time, for the mean of the ratings.',
     ARRAY['guildhall.rating.recorded.v1', 'guildhall.credential.issued.v1'], NULL, 'Operations'),
    ('clearance', 1, 'Start gate met',
     'Onboarding cases that were cleared by the time they were due, over those cleared or due by the as-of day. Cases closed before they were cleared, and cases with time left, are counted apart.',
     ARRAY['guildhall.onboarding-case.opened.v1', 'guildhall.onboarding-case.cleared.v1', 'guildhall.onboarding-case.breached.v1', 'guildhall.onboarding-case.corrected.v1'],
     NULL, 'Operations'),
    ('rewards', 1, 'Rewards',
     'Grants that are claimable or used, stipends and premiums that were not taken back: how many, and how much in minor units of each currency.',
     ARRAY['guildhall.grant.changed.v1', 'guildhall.stipend.recommended.v1', 'guildhall.stipend.returned.v1', 'guildhall.premium.recommended.v1', 'guildhall.premium.returned.v1'],
     NULL, 'Finance'),
    ('funnel', 2, 'Funnel',
     'Persons and offerings by the stages that they have reached: seen, invited, opted in, started, assessed, credentialed, offered, engaged, rehired. Engaged is the first engagement that starts after the credential; rehired is another one after that has ended. Started and assessed are, where Guildhall delivers the learning, the first sign at the assessments and the first task handed in, or that first sign again where the pathway has no task; elsewhere the engagement''s start and the first result. Conversion is the share of those that reached the stage before; waiting time is the median since that stage, where both times are known and in order; the slowest stage is the one with the longest.',
     ARRAY['guildhall.discovery.noted.v1', 'guildhall.invitation.issued.v1', 'guildhall.enrolment.opened.v1', 'guildhall.engagement.started.v1', 'guildhall.assessment.started.v1', 'guildhall.assessment-task.completed.v1', 'guildhall.credential.issued.v1'],
     NULL, 'L&D');
