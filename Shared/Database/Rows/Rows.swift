import CPostgreSQL

/// What one call brought back: its rows, decoded when they are read, and how many rows it changed.
///
/// `@unchecked Sendable`: the result is never written after libpq handed it over, reading it is thread-safe
/// (postgresql.org, libpq-threading), and it is freed when the last reader lets go.
public final class Rows: @unchecked Sendable {
    let result: OpaquePointer
    let types: [PostgresType]
    /// How many rows there are.
    public let count: Int

    /// Takes over a result.
    init(owning result: OpaquePointer) {
        self.result = result
        count = Int(PQntuples(result))
        types = (0..<PQnfields(result)).map { PostgresType(oid: PQftype(result, $0)) }
    }

    deinit {
        PQclear(result)
    }

    /// How many rows an INSERT, UPDATE or DELETE changed, or a SELECT found.
    public var affected: Int {
        PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    /// The server's word for what it did, such as `COMMIT`.
    var command: String {
        guard let status = PQcmdStatus(result) else { return "" }
        return String(String(cString: status).prefix { $0 != " " })
    }

    /// The columns' names, in order.
    public var columns: [String] {
        (0..<Int32(types.count)).map { column in PQfname(result, column).map { String(cString: $0) } ?? "" }
    }

    /// The first row, for statements that return exactly one.
    public func only() throws -> Row {
        guard count == 1 else { throw DatabaseError(.decoding, "one row expected, \(count) returned") }
        return self[0]
    }
}

extension Rows: RandomAccessCollection {
    /// 0.
    public var startIndex: Int { 0 }
    /// The number of rows.
    public var endIndex: Int { count }

    /// A row; nothing is copied.
    public subscript(position: Int) -> Row {
        precondition(position >= 0 && position < count, "row \(position) of \(count)")
        return Row(rows: self, index: Int32(truncatingIfNeeded: position))
    }
}
