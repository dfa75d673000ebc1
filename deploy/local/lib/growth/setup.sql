-- What all tables of a history are made of; the people whom the messages will be about were put into growth_people.
SET ROLE guildhall_owner;

-- They stand among the others as if they had been met by the way.
CREATE TABLE growth_known AS
SELECT (row_number() OVER (ORDER BY md5(worker)) - 1) * :contractors / count(*) OVER () AS number, worker, id
FROM growth_people;
ALTER TABLE growth_known ADD PRIMARY KEY (number);
ANALYZE growth_known;

CREATE FUNCTION growth_v7(at timestamptz, n bigint) RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
        SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::int8), 12, '0') || '7'
            || lpad(to_hex(n & 4095), 3, '0') || '8' || substr(md5('v7 ' || n), 1, 15))::uuid
    $$;

CREATE VIEW growth_contractor AS
SELECT c.number, coalesce(k.id, md5('contractor ' || c.number)::uuid) AS id,
    coalesce(k.worker, 'history-worker-' || lpad(c.number::text, 9, '0')) AS worker
FROM generate_series(0::int8, :contractors - 1) c (number)
LEFT JOIN growth_known k USING (number);

-- Every fifth engagement is a new contractor's, the others are of any who were there before; over three years.
CREATE VIEW growth_engagement AS
SELECT e.n, md5('engagement ' || e.n)::uuid AS id, coalesce(k.id, md5('contractor ' || e.number)::uuid) AS contractor,
    coalesce(k.worker, 'history-worker-' || lpad(e.number::text, 9, '0')) AS worker,
    'history-engagement-' || lpad(e.n::text, 9, '0') AS record_id, e.at
FROM (
    SELECT n, CASE WHEN n % 5 = 0 THEN n / 5 ELSE n * 2654435761 % (n / 5 + 1) END AS number,
        timestamptz :'until' - interval '3 years' + interval '3 years' * (n / :rows ::float8) AS at
    FROM generate_series(0::int8, :rows - 1) n
) e
LEFT JOIN growth_known k USING (number);
