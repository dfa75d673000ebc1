-- Published programmes: text in, never changed, read by every service.

CREATE TABLE programme_version (
    programme text NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    definition text NOT NULL,
    checksum text NOT NULL CHECK (checksum ~ '^[0-9a-f]{64}$'),
    published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    published_by text NOT NULL,
    PRIMARY KEY (programme, version)
);
COMMENT ON TABLE programme_version IS
    'owner: guildhall; retention: for ever, decisions name the version; YAML text of each published programme version';
COMMENT ON COLUMN programme_version.checksum IS 'SHA-256 of the definition, in hexadecimal digits';

-- No role may update or delete: a published version is immutable by grant.
GRANT SELECT ON programme_version TO
    guildhall_onboarding, guildhall_assessment, guildhall_credentialing, guildhall_incentives, guildhall_metrics;
GRANT SELECT, INSERT ON programme_version TO guildhall_operator;
