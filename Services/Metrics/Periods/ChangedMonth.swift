import Database

/// A month whose facts came late or changed later (MET-21).
struct ChangedMonth: Codable, Sendable {
    let figure: String
    let month: String
    let facts: Int64
    let late: Int64
    let corrected: Int64
    let changedAt: String

    static let query = Statement(
        """
        SELECT figure, month::text, facts, late, corrected,
            to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
        FROM metrics_period WHERE late + corrected > 0 ORDER BY figure, month
        """)

    init(_ row: Row) throws {
        figure = try row.text(0)
        month = try row.text(1)
        facts = try row.int64(2)
        late = try row.int64(3)
        corrected = try row.int64(4)
        changedAt = try row.text(5)
    }
}
