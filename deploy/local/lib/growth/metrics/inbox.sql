-- Older ids than thirty days are removed by the service itself: so many came in four weeks.
INSERT INTO metrics_inbox (id)
SELECT growth_v7(timestamptz :'until' - interval '28 days' + interval '28 days' * (n / :rows ::float8), n)
FROM generate_series(0::int8, :rows - 1) n;
