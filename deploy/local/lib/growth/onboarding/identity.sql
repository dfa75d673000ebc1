INSERT INTO onboarding_identity (contractor, source, worker_id, first_seen)
SELECT id, '/bench', worker, timestamptz :'until' - interval '3 years' FROM growth_contractor;
