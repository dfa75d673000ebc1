import Contracts
import Database

/// The SQL of premium grants and uses.
enum PremiumStatements {
    /// What the credentials of contractors granted, and those of `$2`.
    static let loadGrants = Statement(
        """
        SELECT credential, contractor, programme, programme_version, units, open, sequence, value_at,
            rate_basis_points
        FROM incentives_premium_grant
        WHERE credential = ANY (\(FactStatements.credentials))
        ORDER BY credential
        """)

    /// Uses of what the credentials of contractors granted, and those of `$2`.
    static let loadUses = Statement(
        """
        SELECT id, engagement, credential, contractor, programme, programme_version, rate_basis_points, amount_minor,
            amount_currency, open, sequence, value_at, posting, budgeted
        FROM incentives_premium_use
        WHERE credential = ANY (\(FactStatements.credentials))
        ORDER BY credential, engagement
        """)

    /// Grants that changed.
    static let putGrants = Statement(
        """
        INSERT INTO incentives_premium_grant AS g (
            credential, contractor, programme, programme_version, units, open, sequence, value_at, rate_basis_points)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::int8[]), unnest($6::bool[]), unnest($7::int8[]), unnest($8::timestamptz[]),
            unnest($9::int8[])
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
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::uuid[]),
            unnest($5::text[]), unnest($6::int8[]), unnest($7::int8[]), unnest($8::int8[]), unnest($9::text[]),
            unnest($10::bool[]), unnest($11::int8[]), unnest($12::timestamptz[]), unnest($13::uuid[]),
            unnest($14::bool[])
        ON CONFLICT (credential, engagement) DO UPDATE SET
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
