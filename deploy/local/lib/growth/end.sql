SELECT CASE
    WHEN is_constraint THEN
        format('ALTER TABLE %I ADD CONSTRAINT %I %s WITH (fillfactor = %s)', :'table', name, definition, fillfactor)
    ELSE regexp_replace(definition, '( WHERE |$)', format(' WITH (fillfactor = %s)\1', fillfactor)) END
FROM kept ORDER BY is_constraint DESC, name \gexec
SELECT format('ALTER INDEX %I RESET (fillfactor)', name) FROM kept \gexec
