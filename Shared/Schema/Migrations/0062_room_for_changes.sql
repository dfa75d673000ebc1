-- Both are written once and changed soon, often a page of them in one batch: with room for each row's next version on its
-- page no index has to learn of it. Pages that are full already stay so.

ALTER TABLE onboarding_engagement SET (fillfactor = 50);
ALTER TABLE assessment_enrolment SET (fillfactor = 50);
