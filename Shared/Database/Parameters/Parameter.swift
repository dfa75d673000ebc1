/// A value for a statement's `$n`, with its type, in PostgreSQL's binary format.
///
/// Made by static methods named after the types; arrays go to `unnest($1)` or `= ANY($1)`. The type is exact: where
/// the server would not convert on its own, the SQL says so (`$1::int8::numeric`).
public struct Parameter: Sendable {
    /// The type's object id.
    let type: PostgresType
    /// The value, nil for null.
    let bytes: [UInt8]?

    init(_ type: PostgresType, _ bytes: [UInt8]?) {
        self.type = type
        self.bytes = bytes
    }

    /// How many bytes the value takes on its way.
    public var size: Int { bytes?.count ?? 0 }
}
