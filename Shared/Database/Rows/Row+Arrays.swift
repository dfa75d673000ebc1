import Contracts

extension Row {
    /// A `uuid[]` without nulls, as `array_agg` makes it; empty when the value is null.
    public func identifiers(_ column: Int) throws -> [Identifier] {
        try array(column, "uuid[]", BinaryDecoding.identifier)
    }

    /// A `text[]` without nulls, as `array_agg` makes it; empty when the value is null.
    public func texts(_ column: Int) throws -> [String] {
        try array(column, "text[]", BinaryDecoding.text)
    }

    /// An `int8[]` without nulls, as `array_agg` makes it; empty when the value is null.
    public func int64s(_ column: Int) throws -> [Int64] {
        try array(column, "int8[]", BinaryDecoding.int64)
    }

    /// A `timestamptz[]` without nulls, as `array_agg` makes it; empty when the value is null.
    public func timestamps(_ column: Int) throws -> [Timestamp] {
        try array(column, "timestamptz[]", BinaryDecoding.timestamp)
    }

    private func array<Value>(
        _ column: Int, _ wanted: String, _ read: (BinaryDecoding.Value) -> Value?
    ) throws -> [Value] {
        // The value's bytes belong to the rows.
        try withExtendedLifetime(rows) {
            guard let value = try value(column) else { return [] }
            guard let decoded = ArrayDecoding.elements(value.bytes, read) else {
                throw mismatch(column, value.type, wanted)
            }
            return decoded
        }
    }
}
