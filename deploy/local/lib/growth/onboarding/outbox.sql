-- Rows go when they are confirmed: a tenth of the history passes through, and leaves what that leaves.
SELECT
    format(
        'INSERT INTO onboarding_outbox (writer, id, routing_key, body)
         SELECT 1, growth_v7(now(), n), %L, convert_to(repeat(md5(n::text), 28), %L) FROM generate_series(%s::int8, %s) n',
        'guildhall.engagement.accepted.v1.00', 'UTF8', first, least(first + 50000, :rows / 10) - 1),
    'DELETE FROM onboarding_outbox', 'VACUUM onboarding_outbox'
FROM generate_series(0, :rows / 10 - 1, 50000) first \gexec
