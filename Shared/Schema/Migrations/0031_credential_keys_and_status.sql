-- Keys kept sealed, status lists, and what operators ask of credentials.
-- The previous version goes on writing its own columns; what it signs meanwhile is signed again by this one.

ALTER TABLE credentialing_credential
    ADD COLUMN condition text,
    ADD COLUMN renewed_at timestamptz,
    ADD COLUMN suspended_at timestamptz,
    ADD COLUMN suspended_until timestamptz,
    ADD COLUMN suspension_reason text,
    ADD COLUMN status_list bigint,
    ADD COLUMN status_index integer,
    ADD CONSTRAINT credentialing_credential_suspension CHECK (
        (suspended_at IS NULL) = (suspended_until IS NULL) AND (suspended_at IS NULL) = (suspension_reason IS NULL)),
    ADD CONSTRAINT credentialing_credential_status CHECK ((status_list IS NULL) = (status_index IS NULL));
COMMENT ON COLUMN credentialing_credential.condition IS 'the condition of its definition that a revocation cited';
COMMENT ON COLUMN credentialing_credential.renewed_at IS 'from when the last renewal counts';
COMMENT ON COLUMN credentialing_credential.status_list IS
    'the list that its document names, with the bit of status_index; null as long as it is signed the old way';
CREATE INDEX credentialing_credential_achievement
    ON credentialing_credential (programme, achievement, awarded_at);
CREATE INDEX credentialing_credential_unlisted ON credentialing_credential (id) WHERE status_list IS NULL;

CREATE TABLE credentialing_key (
    id text PRIMARY KEY,
    algorithm text NOT NULL CHECK (algorithm IN ('Ed25519', 'P-256')),
    state text NOT NULL CHECK (state IN ('active', 'retired', 'compromised')),
    public_key bytea NOT NULL,
    sealed_secret bytea,
    created_at timestamptz NOT NULL,
    state_since timestamptz NOT NULL,
    CHECK (state = 'compromised' OR sealed_secret IS NOT NULL)
);
CREATE UNIQUE INDEX credentialing_key_active ON credentialing_key (algorithm) WHERE state = 'active';
COMMENT ON TABLE credentialing_key IS
    'owner: credentialing; retention: kept; keys that sign credentials, their secrets sealed under a key that is not here';

CREATE TABLE credentialing_status_list (
    number bigint PRIMARY KEY,
    document bytea NOT NULL,
    token text NOT NULL,
    published_at timestamptz NOT NULL,
    valid_until timestamptz NOT NULL
);
COMMENT ON TABLE credentialing_status_list IS
    'owner: credentialing; retention: kept; status lists as they are served, derived from credentialing_status_entry';

CREATE TABLE credentialing_status_entry (
    list bigint NOT NULL,
    index integer NOT NULL,
    credential uuid NOT NULL,
    set_at timestamptz,
    published boolean NOT NULL DEFAULT false,
    PRIMARY KEY (list, index)
);
CREATE INDEX credentialing_status_entry_unpublished ON credentialing_status_entry (list)
    WHERE set_at IS NOT NULL AND NOT published;
CREATE INDEX credentialing_status_entry_set ON credentialing_status_entry (list, index) WHERE set_at IS NOT NULL;
COMMENT ON TABLE credentialing_status_entry IS
    'owner: credentialing; retention: kept; bits of status lists: one a signed document, set when it counts no more';

CREATE SEQUENCE credentialing_status_position MINVALUE 0 START 0;
COMMENT ON SEQUENCE credentialing_status_position IS
    'owner: credentialing; retention: kept; how many bits were given away; which bit each is, a secret permutation says';

CREATE TABLE credentialing_request (
    id uuid PRIMARY KEY,
    credential uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('revoke', 'suspend', 'lift', 'renew', 'sign-again')),
    condition text,
    reason text,
    until timestamptz,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL,
    answered_at timestamptz,
    answer text,
    CHECK ((answered_at IS NULL) = (answer IS NULL))
);
CREATE INDEX credentialing_request_open ON credentialing_request (credential) WHERE answered_at IS NULL;
COMMENT ON TABLE credentialing_request IS
    'owner: credentialing; retention: credential; what a person asked to be done with a credential, and the answer';

GRANT SELECT, INSERT, UPDATE, DELETE ON
    credentialing_key, credentialing_status_list, credentialing_status_entry, credentialing_request
    TO guildhall_credentialing;
GRANT USAGE, SELECT ON credentialing_status_position TO guildhall_credentialing;
GRANT SELECT ON
    credentialing_key, credentialing_status_list, credentialing_status_entry, credentialing_request,
    credentialing_status_position TO guildhall_operator;
-- An operator turns keys, and asks by a request with a timer that fires at once.
GRANT INSERT, UPDATE ON credentialing_key TO guildhall_operator;
GRANT INSERT ON credentialing_request, credentialing_timer TO guildhall_operator;
