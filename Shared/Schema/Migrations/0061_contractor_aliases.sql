-- Hardly anybody is linked: whether somebody is shows in an index that holds linked contractors only, without a look at
-- everybody's row. Both are empty or small, so building them takes one pass over the table.

CREATE INDEX onboarding_contractor_alias ON onboarding_contractor (canonical) WHERE id <> canonical;
CREATE INDEX assessment_contractor_alias ON assessment_contractor (canonical) WHERE id <> canonical;
CREATE INDEX credentialing_contractor_alias ON credentialing_contractor (canonical) WHERE id <> canonical;
CREATE INDEX incentives_contractor_alias ON incentives_contractor (canonical) WHERE id <> canonical;
CREATE INDEX metrics_contractor_alias ON metrics_contractor (canonical) WHERE id <> canonical;

CREATE INDEX onboarding_contractor_linked ON onboarding_contractor (id) WHERE id <> canonical;
CREATE INDEX assessment_contractor_linked ON assessment_contractor (id) WHERE id <> canonical;
CREATE INDEX credentialing_contractor_linked ON credentialing_contractor (id) WHERE id <> canonical;
CREATE INDEX incentives_contractor_linked ON incentives_contractor (id) WHERE id <> canonical;
CREATE INDEX metrics_contractor_linked ON metrics_contractor (id) WHERE id <> canonical;
