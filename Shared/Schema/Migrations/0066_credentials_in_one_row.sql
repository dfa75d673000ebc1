-- A credential's id is derived from its outcome, so its primary key keeps outcomes apart as well; and whoever looks for a
-- contractor's credentials finds them by credentialing_credential_valid_from, which begins with the contractor.

ALTER TABLE credentialing_credential DROP CONSTRAINT credentialing_credential_outcome_key;
DROP INDEX credentialing_credential_contractor;

-- A signed document is 3 to 5 kB, and half of it when compressed: then it fits into its row, which saves two rows and two
-- entries of an index elsewhere. Nothing reads rows of this table one after the other.
ALTER TABLE credentialing_credential SET (toast_tuple_target = 2800);
