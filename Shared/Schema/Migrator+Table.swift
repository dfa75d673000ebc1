extension Migrator {
    /// The record of what was applied, made by the migrator itself because it precedes the first migration.
    static let table = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number integer PRIMARY KEY,
            name text NOT NULL,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
        );
        COMMENT ON TABLE schema_migration IS
            'owner: schema; retention: kept; the migrations that were applied, with the SHA-256 of their text';
        DO $$ BEGIN
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'guildhall_operator') THEN
                GRANT SELECT ON schema_migration TO guildhall_operator;
            END IF;
        END $$;
        """
}
