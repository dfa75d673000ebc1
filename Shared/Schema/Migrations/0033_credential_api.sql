-- Access of other systems to credentials: who is registered, and what workers and operators let them do.
-- Codes and tokens are kept as SHA-256 only; whoever reads these tables can use none of them.

CREATE TABLE credentialing_client (
    id text PRIMARY KEY,
    name text NOT NULL,
    secret_hash bytea NOT NULL,
    redirect_uris text[] NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamptz NOT NULL,
    removed_at timestamptz
);
COMMENT ON TABLE credentialing_client IS
    'owner: credentialing; retention: integrator; systems that may ask for access, registered by an operator';

CREATE TABLE credentialing_code (
    hash bytea PRIMARY KEY,
    family uuid NOT NULL UNIQUE,
    client text NOT NULL,
    contractor uuid NOT NULL,
    redirect_uri text NOT NULL,
    challenge text NOT NULL,
    scopes text[] NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX credentialing_code_expiry ON credentialing_code (expires_at);
CREATE INDEX credentialing_code_contractor ON credentialing_code (contractor);
COMMENT ON TABLE credentialing_code IS
    'owner: credentialing; retention: worker; one-time codes by which a worker''s consent reaches a system; gone a day after they end';

CREATE TABLE credentialing_token (
    hash bytea PRIMARY KEY,
    family uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('access', 'refresh')),
    client text NOT NULL,
    contractor uuid,
    scopes text[] NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz
);
CREATE INDEX credentialing_token_family ON credentialing_token (family);
CREATE INDEX credentialing_token_expiry ON credentialing_token (expires_at);
CREATE INDEX credentialing_token_contractor ON credentialing_token (contractor);
COMMENT ON TABLE credentialing_token IS
    'owner: credentialing; retention: worker; access and refresh tokens, hashed; gone a day after they end';
COMMENT ON COLUMN credentialing_token.family IS
    'all tokens that one consent led to: a refresh token used twice ends them all';
COMMENT ON COLUMN credentialing_token.contractor IS 'whose credentials it opens; null for a system''s own';

CREATE INDEX credentialing_credential_valid_from ON credentialing_credential (contractor, valid_from, id);

GRANT SELECT ON credentialing_client TO guildhall_credentialing;
GRANT SELECT, INSERT, UPDATE, DELETE ON credentialing_code, credentialing_token TO guildhall_credentialing;
GRANT SELECT ON credentialing_client, credentialing_code, credentialing_token TO guildhall_operator;
GRANT INSERT, UPDATE ON credentialing_client TO guildhall_operator;
