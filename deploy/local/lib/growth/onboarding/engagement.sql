INSERT INTO onboarding_engagement
    (id, contractor, source, record_id, revision, status, role, event_time, starts_at, ends_at, value_minor_units,
     value_currency)
SELECT id, contractor, '/bench', record_id, 1, 'accepted', 'till', at, at + interval '1 day', at + interval '90 days',
    147900, 'GBP'
FROM growth_engagement;
