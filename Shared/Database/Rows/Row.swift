import CPostgreSQL

/// One row; its values are decoded when they are asked for.
///
/// Every accessor names the type that it reads and throws ``DatabaseError/Code/decoding`` when the column has another
/// one or, unless it begins with `optional`, when the value is null.
public struct Row: Sendable {
    let rows: Rows
    let index: Int32

    /// How many columns there are.
    public var columnCount: Int { rows.types.count }

    /// Whether a value is null.
    public func isNull(_ column: Int) throws -> Bool {
        try check(column)
        return PQgetisnull(rows.result, index, Int32(truncatingIfNeeded: column)) == 1
    }

    /// A value's bytes in PostgreSQL's binary format, or nil; the pointer is good as long as `rows` is.
    func value(_ column: Int) throws -> (type: PostgresType, bytes: UnsafeRawBufferPointer)? {
        try check(column)
        let field = Int32(truncatingIfNeeded: column)
        let length = PQgetlength(rows.result, index, field)
        if length == 0, PQgetisnull(rows.result, index, field) == 1 { return nil }
        let bytes = UnsafeRawBufferPointer(start: PQgetvalue(rows.result, index, field), count: Int(length))
        return (rows.types[column], bytes)
    }

    func mismatch(_ column: Int, _ type: PostgresType, _ wanted: String) -> DatabaseError {
        DatabaseError(
            .decoding, "column \(column) (\(rows.columns[column])) is of type \(type.oid), not \(wanted), or malformed")
    }

    func required<Value>(_ column: Int, _ value: Value?) throws -> Value {
        guard let value else {
            throw DatabaseError(.decoding, "column \(column) (\(rows.columns[column])) is null")
        }
        return value
    }

    private func check(_ column: Int) throws {
        guard column >= 0, column < rows.types.count else {
            throw DatabaseError(.decoding, "no column \(column), there are \(rows.types.count)")
        }
    }
}
