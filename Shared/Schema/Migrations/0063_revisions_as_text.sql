-- What a revision says is kept for the person's file and never searched: as text it is not parsed once more when it is
-- written. Whoever reads takes the column that is filled; rows that are there stay as they are.

ALTER TABLE onboarding_engagement_revision
    ADD COLUMN record_text text,
    ALTER COLUMN record DROP NOT NULL,
    ADD CONSTRAINT onboarding_engagement_revision_says CHECK (record IS NOT NULL OR record_text IS NOT NULL) NOT VALID;
COMMENT ON COLUMN onboarding_engagement_revision.record_text IS
    'what the record said, as JSON; null in rows from before it, which have it in record';
