INSERT INTO onboarding_intake (source, id, type, outcome)
SELECT '/bench', record_id, 'guildhall.engagement.recorded.v1', 0 FROM growth_engagement;
