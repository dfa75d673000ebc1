-- When a worker left, so that what was earned until then stays (INC-20).

ALTER TABLE onboarding_enrolment ADD COLUMN withdrawn_at timestamptz;
COMMENT ON COLUMN onboarding_enrolment.withdrawn_at IS
    'when the worker opted out; NULL while open, where a correction undid the opt-in, or where an earlier version wrote it';

ALTER TABLE assessment_enrolment ADD COLUMN withdrawn_at timestamptz;
COMMENT ON COLUMN assessment_enrolment.withdrawn_at IS
    'when the worker opted out, as onboarding announced it; NULL as there';
