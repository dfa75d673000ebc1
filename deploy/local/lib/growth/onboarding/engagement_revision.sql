INSERT INTO onboarding_engagement_revision
    (engagement, revision, contractor, status, event_time, recorded_at, content, record_text)
SELECT id, 1, contractor, 'accepted', at, at + interval '1 hour', md5('content ' || n)::uuid,
    format(
        '{"id": "%s", "rate": {"unit": "hour", "amount": 1450, "currency": "GBP"}, "site": "Mill Lane", '
        '"value": {"currency": "GBP", "minorUnits": 147900}, "person": {"workerId": "%s"}, "region": "West", '
        '"status": "accepted", "revision": 1, "roleCode": "till", "supplier": "Brightline Staffing", '
        '"eventTime": "2026-11-12T00:00:00Z", "costCentre": "CC-7710", "plannedEnd": "2027-02-10T00:00:00Z", '
        '"workerType": "staffing", "plannedStart": "2026-11-13T00:00:00Z"}',
        record_id, worker)
FROM growth_engagement;
