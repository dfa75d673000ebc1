INSERT INTO metrics_engagement
    (id, contractor, revision, status, role, starts_at, ends_at, accepted_at, region)
SELECT id, contractor, 2, 'active', 'till', at + interval '1 day', at + interval '90 days', at, 'West'
FROM growth_engagement;
