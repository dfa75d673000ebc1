-- A credential's id is derived from its outcome, so its primary key keeps outcomes apart as well; and whoever looks for a
-- contractor's credentials finds them by credentialing_credential_valid_from, which begins with the contractor.

ALTER TABLE credentialing_credential DROP CONSTRAINT credentialing_credential_outcome_key;
DROP INDEX credentialing_credential_contractor;
