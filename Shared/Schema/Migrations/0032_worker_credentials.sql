-- What workers decide about their credentials: sharing, recognition, links to their own page; outside credentials; erasure.
-- The previous version goes on issuing. It shows every credential to everybody until it is replaced, and leaves requests
-- of the new kinds unanswered, which this version then takes up again.

ALTER TABLE credentialing_request
    ADD COLUMN contractor uuid,
    ALTER COLUMN credential DROP NOT NULL,
    DROP CONSTRAINT credentialing_request_kind_check,
    ADD CONSTRAINT credentialing_request_kind CHECK (kind IN (
        'revoke', 'suspend', 'lift', 'renew', 'sign-again', 'share', 'unshare', 'release-evidence',
        'withhold-evidence', 'list', 'unlist', 'link', 'withdraw-links', 'recognise', 'erase')) NOT VALID,
    ADD CONSTRAINT credentialing_request_subject CHECK ((credential IS NULL) <> (contractor IS NULL)) NOT VALID;
COMMENT ON COLUMN credentialing_request.contractor IS 'about whom it is, where it is about no single credential';
CREATE INDEX credentialing_request_waiting ON credentialing_request (requested_at) WHERE answered_at IS NULL;

CREATE TABLE credentialing_share (
    credential uuid PRIMARY KEY,
    shared boolean NOT NULL DEFAULT false,
    shared_since timestamptz,
    evidence boolean NOT NULL DEFAULT false,
    listed_as text,
    consent_text text,
    consented_at timestamptz,
    CHECK (shared = (shared_since IS NOT NULL)),
    CHECK ((listed_as IS NULL) = (consent_text IS NULL) AND (listed_as IS NULL) = (consented_at IS NULL))
);
CREATE INDEX credentialing_share_listed ON credentialing_share (consented_at) WHERE shared AND listed_as IS NOT NULL;
COMMENT ON TABLE credentialing_share IS
    'owner: credentialing; retention: credential; what the worker lets others see of a credential; none: nothing';
COMMENT ON COLUMN credentialing_share.listed_as IS
    'the name under which the worker agreed to be listed publicly; null: not listed';

CREATE TABLE credentialing_link (
    contractor uuid PRIMARY KEY,
    version bigint NOT NULL CHECK (version > 0)
);
COMMENT ON TABLE credentialing_link IS
    'owner: credentialing; retention: worker; the version that a personal link must have to be good; no row: 0';

CREATE TABLE credentialing_outside (
    id uuid PRIMARY KEY,
    contractor uuid NOT NULL,
    programme text NOT NULL,
    pathway text NOT NULL,
    document bytea NOT NULL,
    digest bytea NOT NULL,
    name text NOT NULL,
    issuer text NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('valid', 'invalid', 'unknown')),
    report text NOT NULL,
    accepted_unknown text[] NOT NULL,
    recognised_at timestamptz
);
CREATE INDEX credentialing_outside_contractor ON credentialing_outside (contractor);
COMMENT ON TABLE credentialing_outside IS
    'owner: credentialing; retention: credential; credentials of other issuers, how they were verified, and for what';

CREATE TABLE credentialing_erasure (
    contractor uuid PRIMARY KEY,
    erased_at timestamptz NOT NULL
);
COMMENT ON TABLE credentialing_erasure IS
    'owner: credentialing; retention: kept; pseudonyms whose credentials were erased: nothing earned until then returns';

CREATE TABLE credentialing_tombstone (
    credential uuid PRIMARY KEY,
    erased_at timestamptz NOT NULL
);
COMMENT ON TABLE credentialing_tombstone IS
    'owner: credentialing; retention: kept; ids of erased credentials, which lead to nobody';

GRANT SELECT, INSERT, UPDATE, DELETE ON
    credentialing_share, credentialing_link, credentialing_outside TO guildhall_credentialing;
GRANT SELECT, INSERT, UPDATE ON credentialing_erasure, credentialing_tombstone TO guildhall_credentialing;
GRANT SELECT ON
    credentialing_share, credentialing_link, credentialing_outside, credentialing_erasure, credentialing_tombstone
    TO guildhall_operator;
-- An operator hands in an outside credential with the request to recognise it; the service decides.
GRANT INSERT ON credentialing_outside TO guildhall_operator;
