-- Renewals of credentials, the history of their terms, and the attempt and the rubric behind a credential.
-- The previous version goes on issuing and renewing; a renewal that it grants is found on the credential and kept.

ALTER TABLE credentialing_credential
    ADD COLUMN renewals bigint NOT NULL DEFAULT 0,
    ADD COLUMN renewal_opened_at timestamptz,
    ADD COLUMN attempt text,
    ADD COLUMN rubric_version text;
COMMENT ON COLUMN credentialing_credential.renewals IS 'how many renewals count for it';
COMMENT ON COLUMN credentialing_credential.renewal_opened_at IS
    'when it was announced that the first term can be renewed; those of later terms stand in credentialing_renewal';
COMMENT ON COLUMN credentialing_credential.attempt IS 'the attempt that counted, where Guildhall assessed itself';
COMMENT ON COLUMN credentialing_credential.rubric_version IS 'the version of the rubric that scored it';

CREATE TABLE credentialing_renewal (
    renewal uuid PRIMARY KEY,
    credential uuid NOT NULL,
    contractor uuid NOT NULL,
    passed_at timestamptz NOT NULL,
    score_millionths bigint,
    granted boolean NOT NULL,
    withdrawn boolean NOT NULL,
    sequence bigint NOT NULL,
    opened_at timestamptz
);
CREATE INDEX credentialing_renewal_credential ON credentialing_renewal (credential);
CREATE INDEX credentialing_renewal_contractor ON credentialing_renewal (contractor);
COMMENT ON TABLE credentialing_renewal IS
    'owner: credentialing; retention: credential; renewals as they were passed or granted, those of credentials to come included';
COMMENT ON COLUMN credentialing_renewal.granted IS 'a person granted it, and no assessment was passed for it';
COMMENT ON COLUMN credentialing_renewal.opened_at IS
    'when it was announced that the term which it began can be renewed in its turn';

CREATE TABLE credentialing_term (
    credential uuid NOT NULL,
    number bigint NOT NULL CHECK (number >= 0),
    renewal uuid,
    earned_at timestamptz NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    score_millionths bigint,
    PRIMARY KEY (credential, number),
    CHECK ((number = 0) = (renewal IS NULL)),
    CHECK (valid_from <= valid_until)
);
COMMENT ON TABLE credentialing_term IS
    'owner: credentialing; retention: credential; the terms of credentials that were renewed, the award first';

GRANT SELECT, INSERT, UPDATE, DELETE ON credentialing_renewal, credentialing_term TO guildhall_credentialing;
GRANT SELECT ON credentialing_renewal, credentialing_term TO guildhall_operator;
