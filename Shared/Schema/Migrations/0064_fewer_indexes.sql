-- Each row that is written is entered in every index of its table, in those under random keys on another page each time.
-- The id of a place is derived from its credential and pool, that of a premium's use from its credential and engagement: one
-- key holds both. Both are found by their credential, as grants are, and so by no index of their own for contractors.

ALTER TABLE incentives_pool_membership
    DROP CONSTRAINT incentives_pool_membership_pkey,
    DROP CONSTRAINT incentives_pool_membership_credential_pool_key,
    ADD PRIMARY KEY (credential, pool);
DROP INDEX incentives_pool_membership_contractor;

ALTER TABLE incentives_premium_use
    DROP CONSTRAINT incentives_premium_use_pkey,
    DROP CONSTRAINT incentives_premium_use_engagement_credential_key,
    ADD PRIMARY KEY (credential, engagement);
DROP INDEX incentives_premium_use_contractor;
DROP INDEX incentives_premium_use_credential;

DROP INDEX incentives_premium_grant_contractor;

-- Audit entries are read in the order of their transactions, and by nothing else.
DO $audit$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY['onboarding', 'assessment', 'credentialing', 'incentives', 'metrics'] LOOP
        EXECUTE replace($tables$
            ALTER TABLE @_audit
                DROP CONSTRAINT @_audit_pkey,
                ADD PRIMARY KEY (xid, id);
            DROP INDEX @_audit_xid;
        $tables$, '@', service);
    END LOOP;
END
$audit$;
