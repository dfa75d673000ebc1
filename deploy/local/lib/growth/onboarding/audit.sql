INSERT INTO onboarding_audit (id, at, decision, contractor, rule, cause_source, cause_id, inputs, outcome)
SELECT growth_v7(at, n), at + interval '1 hour', 'onboarding-case.opened', contractor, 'onboarding-case/1', '/bench',
    record_id,
    format(
        '{"case":"%s","engagement":"%s","revision":1,"role":"till"}', md5('case ' || n)::uuid, id),
    'open'
FROM growth_engagement;

-- One link over all of it, so that the sealer goes on from here; nobody verifies a history that never was.
INSERT INTO onboarding_seal (number, from_xid, to_xid, entries, digest, previous, link, signature, key, sealed_at)
SELECT 1, '0', pg_current_xact_id(), :rows, h, h, h, h || h, '0000000000000000', clock_timestamp()
FROM (SELECT sha256('history') AS h) v;
