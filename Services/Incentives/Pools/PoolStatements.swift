import Contracts
import Database

/// The SQL of places in pools.
enum PoolStatements {
    /// Places that the credentials of contractors opened, and those of `$2`.
    static let load = Statement(
        """
        SELECT id, credential, pool, contractor, programme, programme_version, valid_from, valid_until, open, reason,
            sequence, paused_until
        FROM incentives_pool_membership
        WHERE credential = ANY (\(FactStatements.credentials))
        ORDER BY credential, pool
        """)

    /// Places that were not found before; whoever brings one at the same time is tried again and finds it.
    static let add = Statement(
        """
        INSERT INTO incentives_pool_membership AS m (
            id, credential, pool, contractor, programme, programme_version, valid_from, valid_until, open, reason,
            sequence, paused_until)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::uuid[]),
            unnest($5::text[]), unnest($6::int8[]), unnest($7::timestamptz[]), unnest($8::timestamptz[]),
            unnest($9::bool[]), unnest($10::text[]), unnest($11::int8[]), unnest($12::timestamptz[])
        """)

    /// Places that were found, and changed.
    static let put = Statement(
        """
        \(add.sql)
        ON CONFLICT (credential, pool) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme,
            programme_version = excluded.programme_version, valid_from = excluded.valid_from,
            valid_until = excluded.valid_until, open = excluded.open, reason = excluded.reason,
            sequence = excluded.sequence, paused_until = excluded.paused_until
        WHERE m.sequence < excluded.sequence
        """)

    /// Every statement, for the test that prepares them.
    static let all = [load, add, put]
}

extension PoolMembership {
    /// A place from a row of ``PoolStatements/load``.
    init(row: Row) throws {
        self.init(
            id: try row.identifier(0), credential: try row.identifier(1), pool: try row.text(2),
            contractor: try row.identifier(3), programme: try row.text(4), programmeVersion: try row.int64(5),
            from: try row.timestamp(6), until: try row.timestamp(7), isOpen: try row.bool(8), reason: try row.text(9),
            sequence: try row.int64(10), pausedUntil: try row.optionalTimestamp(11))
    }

    /// What places are written with.
    static func parameters(_ places: [PoolMembership]) -> [Parameter] {
        [
            .uuids(places.map(\.id)), .uuids(places.map(\.credential)), .texts(places.map(\.pool)),
            .uuids(places.map(\.contractor)), .texts(places.map(\.programme)),
            .int8s(places.map(\.programmeVersion)), .timestamps(places.map(\.from)),
            .timestamps(places.map(\.until)), .bools(places.map(\.isOpen)), .texts(places.map(\.reason)),
            .int8s(places.map(\.sequence)), .timestamps(places.map(\.pausedUntil)),
        ]
    }
}
