import Database

/// What the database has counted of a table up to a moment.
struct TableCount: Codable, Sendable {
    /// Rows, as the last VACUUM or ANALYZE estimated them.
    var estimate: Double
    /// Rows inserted since the database was made.
    var inserted: Int64
    /// Rows that no longer count and still take room.
    var dead: Int64
    /// How often the table was read from end to end.
    var scans: Int64
    /// How often autovacuum was done with it.
    var autovacuums: Int64
    var tableBytes: Int64
    var indexBytes: Int64

    /// The counts of a service's tables, by name.
    static func all(_ rows: Rows) throws -> [String: TableCount] {
        var counts: [String: TableCount] = [:]
        for row in rows {
            counts[try row.text(0)] = TableCount(
                estimate: Double(try row.int64(1)), inserted: try row.int64(2), dead: try row.int64(3),
                scans: try row.int64(4), autovacuums: try row.int64(5), tableBytes: try row.int64(6),
                indexBytes: try row.int64(7))
        }
        return counts
    }

    /// The tables whose names begin with a service's.
    static let query = Statement(
        """
        SELECT s.relname::text, greatest(c.reltuples, 0)::int8, s.n_tup_ins, s.n_dead_tup, s.seq_scan,
            s.autovacuum_count, pg_table_size(s.relid), pg_indexes_size(s.relid)
        FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
        WHERE starts_with(s.relname::text, $1 || '_')
        ORDER BY s.relname
        """)
}
