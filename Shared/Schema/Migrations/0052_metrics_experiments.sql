-- What experiments are judged by: the client and language of those who met a variant, when somebody opted out, and the
-- looks as they were seen on their days.

ALTER TABLE metrics_exposure ADD COLUMN client text;
COMMENT ON COLUMN metrics_exposure.client IS
    'the client that was assigned as a whole; NULL where workers were assigned one by one';

ALTER TABLE metrics_invitation ADD COLUMN language text;
COMMENT ON COLUMN metrics_invitation.language IS 'the language of its text; NULL where an earlier version wrote it';

ALTER TABLE metrics_enrolment ADD COLUMN withdrawn_at timestamptz;
COMMENT ON COLUMN metrics_enrolment.withdrawn_at IS
    'when it was told that the worker opted out; NULL while the enrolment stands, or where an earlier version wrote it';

-- A worker's outcomes are looked up by contractor. Hours and work, the bulk of the reports, are left out: they are found
-- by engagement.
CREATE INDEX metrics_enrolment_contractor ON metrics_enrolment (contractor);
CREATE INDEX metrics_invitation_contractor ON metrics_invitation (contractor);
CREATE INDEX metrics_case_contractor ON metrics_case (contractor);
CREATE INDEX metrics_report_contractor ON metrics_report (contractor, type, event_time)
    WHERE type IN ('guildhall.rating.recorded.v1', 'guildhall.incident.recorded.v1');

CREATE TABLE metrics_experiment_look (
    id uuid NOT NULL,
    day date NOT NULL,
    programme text NOT NULL,
    experiment text NOT NULL,
    programme_version bigint NOT NULL,
    verdict text NOT NULL,
    variant text,
    met bigint NOT NULL,
    matured bigint NOT NULL,
    p double precision CHECK (p BETWEEN 0 AND 1),
    noted_at timestamptz NOT NULL,
    PRIMARY KEY (id, day)
);
COMMENT ON TABLE metrics_experiment_look IS
    'owner: metrics; retention: figures; what an experiment showed on a day, as it was seen then; about nobody';

CREATE TABLE metrics_experiment_stage (
    key uuid PRIMARY KEY,
    id uuid NOT NULL,
    programme text NOT NULL,
    experiment text NOT NULL,
    programme_version bigint NOT NULL,
    stage text NOT NULL CHECK (stage IN ('running', 'variant-stopped', 'concluded', 'rolled-out')),
    variant text,
    verdict text NOT NULL,
    day date NOT NULL,
    reason text NOT NULL,
    noticed_at timestamptz NOT NULL,
    told_at timestamptz
);
CREATE INDEX metrics_experiment_stage_experiment ON metrics_experiment_stage (id);
CREATE INDEX metrics_experiment_stage_untold ON metrics_experiment_stage (noticed_at) WHERE told_at IS NULL;
COMMENT ON TABLE metrics_experiment_stage IS
    'owner: metrics; retention: figures; the stages that an experiment reached, each told once; about nobody';

GRANT SELECT, INSERT ON metrics_experiment_look TO guildhall_metrics;
GRANT SELECT, INSERT, UPDATE ON metrics_experiment_stage TO guildhall_metrics;
GRANT SELECT ON metrics_experiment_look, metrics_experiment_stage TO guildhall_operator;
