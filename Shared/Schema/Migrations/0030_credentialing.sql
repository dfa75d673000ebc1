-- Credentials: one a passed assessment outcome, with the signed document that verifiers read.

CREATE TABLE credentialing_credential (
    id uuid PRIMARY KEY,
    outcome uuid NOT NULL UNIQUE,
    contractor uuid NOT NULL,
    holder uuid NOT NULL,
    programme text NOT NULL,
    programme_version bigint NOT NULL,
    pathway text NOT NULL,
    offering text NOT NULL,
    achievement text NOT NULL,
    score_millionths bigint NOT NULL,
    status text NOT NULL CHECK (status IN ('valid', 'lapsed', 'revoked')),
    status_since timestamptz NOT NULL,
    reason text,
    awarded_at timestamptz NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    outcome_sequence bigint NOT NULL,
    salt bytea NOT NULL,
    document bytea NOT NULL,
    CHECK ((status = 'revoked') = (reason IS NOT NULL)),
    CHECK (valid_from <= valid_until)
);
CREATE INDEX credentialing_credential_contractor ON credentialing_credential (contractor);
COMMENT ON TABLE credentialing_credential IS
    'owner: credentialing; retention: credential; every credential ever issued, with its signed document';
COMMENT ON COLUMN credentialing_credential.contractor IS 'the contractor whom the outcome names';
COMMENT ON COLUMN credentialing_credential.holder IS
    'the contractor under whom it was last announced: who stands for the linked ones';
COMMENT ON COLUMN credentialing_credential.score_millionths IS 'percent, in millionths of one percent';
COMMENT ON COLUMN credentialing_credential.outcome_sequence IS
    'the highest sequence of the outcome that was seen; earlier ones that arrive late change nothing';
COMMENT ON COLUMN credentialing_credential.salt IS 'hashed with the contractor''s id where the document names its holder';

CREATE TABLE credentialing_withheld (
    outcome uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    offering text NOT NULL,
    sequence bigint NOT NULL
);
COMMENT ON TABLE credentialing_withheld IS
    'owner: credentialing; retention: worker; outcomes that earned nothing, so that an earlier one that arrives late does not';

GRANT SELECT, INSERT, UPDATE, DELETE ON credentialing_credential, credentialing_withheld TO guildhall_credentialing;
GRANT SELECT ON credentialing_credential, credentialing_withheld TO guildhall_operator;
