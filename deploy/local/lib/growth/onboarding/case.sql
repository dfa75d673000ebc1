INSERT INTO onboarding_case (id, engagement, contractor, role, opened_at)
SELECT md5('case ' || n)::uuid, id, contractor, 'till', at + interval '1 hour' FROM growth_engagement;
