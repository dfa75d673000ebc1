-- Around the filling of each table: what a day's work keeps up row by row is built at once afterwards.
SET ROLE guildhall_owner;
SET synchronous_commit = off;
SET work_mem = '256MB';
SET maintenance_work_mem = '1GB';

-- Random keys leave the pages of an index about two thirds full, growing ones leave them full; so it is built.
CREATE TEMP TABLE kept AS
SELECT c.relname AS name, k.oid IS NOT NULL AS is_constraint,
    coalesce(pg_get_constraintdef(k.oid), pg_get_indexdef(i.indexrelid)) AS definition,
    CASE WHEN a.atttypid = 'uuid'::regtype AND :'table' !~ '_(inbox|audit|outbox)$' THEN 70 ELSE 90 END AS fillfactor
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_attribute a ON a.attrelid = i.indexrelid AND a.attnum = 1
LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u')
WHERE i.indrelid = :'table'::regclass;

SELECT CASE
    WHEN is_constraint THEN format('ALTER TABLE %I DROP CONSTRAINT %I', :'table', name)
    ELSE format('DROP INDEX %I', name) END
FROM kept \gexec
