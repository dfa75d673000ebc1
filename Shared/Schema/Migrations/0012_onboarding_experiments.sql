-- Variants that a guardrail stopped, as metrics tells it, and the client of an exposure that was assigned as a whole.

CREATE TABLE onboarding_experiment_stop (
    programme text NOT NULL,
    experiment text NOT NULL,
    variant text NOT NULL,
    stopped_at timestamptz NOT NULL,
    PRIMARY KEY (programme, experiment, variant)
);
COMMENT ON TABLE onboarding_experiment_stop IS
    'owner: onboarding; retention: permanent; from when on nobody new meets a variant';

ALTER TABLE onboarding_exposure ADD COLUMN client text;

GRANT SELECT, INSERT, UPDATE ON onboarding_experiment_stop TO guildhall_onboarding;
GRANT SELECT ON onboarding_experiment_stop TO guildhall_operator;
