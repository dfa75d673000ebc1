import Contracts
import Database

/// The SQL of premium grants and uses.
enum PremiumStatements {
    /// Grants of contractors, and those of the credentials of `$2`.
    static let loadGrants = Statement(
        """
        SELECT credential, contractor, programme, programme_version, units, open, sequence, value_at,
            rate_basis_points
        FROM incentives_premium_grant
        WHERE contractor = ANY ($1::uuid[]) OR credential = ANY ($2::uuid[])
        ORDER BY credential
        """)

    /// Uses of contractors, and those of the credentials of `$2`.
    static let loadUses = Statement(
        """
        SELECT id, engagement, credential, contractor, programme, programme_version, rate_basis_points, amount_minor,
            amount_currency, open, sequence, value_at, posting, budgeted
        FROM incentives_premium_use
        WHERE contractor = ANY ($1::uuid[]) OR credential = ANY ($2::uuid[])
        ORDER BY id
        """)

    /// Grants that changed.
    static let putGrants = Statement(
        """
        INSERT INTO incentives_premium_grant AS g (
            credential, contractor, programme, programme_version, units, open, sequence, value_at, rate_basis_points)
        SELECT * FROM unnest(
            $1::uuid[], $2::uuid[], $3::text[], $4::int8[], $5::int8[], $6::bool[], $7::int8[], $8::timestamptz[],
            $9::int8[])
        ON CONFLICT (credential) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme,
            programme_version = excluded.programme_version, units = excluded.units, open = excluded.open,
            sequence = excluded.sequence, value_at = excluded.value_at, rate_basis_points = excluded.rate_basis_points
        WHERE g.sequence < excluded.sequence
        """)

    /// Uses that changed.
    static let putUses = Statement(
        """
        INSERT INTO incentives_premium_use AS u (
            id, engagement, credential, contractor, programme, programme_version, rate_basis_points, amount_minor,
            amount_currency, open, sequence, value_at, posting, budgeted)
        SELECT * FROM unnest(
            $1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::int8[], $7::int8[], $8::int8[], $9::text[],
            $10::bool[], $11::int8[], $12::timestamptz[], $13::uuid[], $14::bool[])
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme,
            programme_version = excluded.programme_version, rate_basis_points = excluded.rate_basis_points,
            amount_minor = excluded.amount_minor, amount_currency = excluded.amount_currency, open = excluded.open,
            sequence = excluded.sequence, value_at = excluded.value_at, posting = excluded.posting,
            budgeted = excluded.budgeted
        WHERE u.sequence < excluded.sequence
        """)

    /// Every statement, for the test that prepares them.
    static let all = [loadGrants, loadUses, putGrants, putUses]
}
