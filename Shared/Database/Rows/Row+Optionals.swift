import Contracts

extension Row {
    /// A `uuid`; nil when it is null.
    public func optionalIdentifier(_ column: Int) throws -> Identifier? {
        try decode(column, "uuid", BinaryDecoding.identifier)
    }

    /// A `text`, `varchar`, `json` or `jsonb`; nil when it is null.
    public func optionalText(_ column: Int) throws -> String? {
        try decode(column, "text", BinaryDecoding.text)
    }

    /// An integer of any size, a transaction's id, or a whole `numeric` that fits (what `sum` returns); nil when it is
    /// null.
    public func optionalInt64(_ column: Int) throws -> Int64? {
        try decode(column, "an integer", BinaryDecoding.int64)
    }

    /// An `int4` or `int2`; nil when it is null.
    public func optionalInt32(_ column: Int) throws -> Int32? {
        try decode(column, "int4", BinaryDecoding.int32)
    }

    /// A `bool`; nil when it is null.
    public func optionalBool(_ column: Int) throws -> Bool? {
        try decode(column, "bool", BinaryDecoding.bool)
    }

    /// A `bytea`, or the UTF-8 of a text; nil when it is null.
    public func optionalBytes(_ column: Int) throws -> [UInt8]? {
        try decode(column, "bytea", BinaryDecoding.bytes)
    }

    /// A `timestamptz`; the infinities are refused; nil when it is null.
    public func optionalTimestamp(_ column: Int) throws -> Timestamp? {
        try decode(column, "timestamptz", BinaryDecoding.timestamp)
    }

    /// A `date`; the infinities are refused; nil when it is null.
    public func optionalDay(_ column: Int) throws -> Day? {
        try decode(column, "date", BinaryDecoding.day)
    }

    /// An `int8` of millionths; nil when it is null.
    public func optionalDecimal6(_ column: Int) throws -> Decimal6? {
        try optionalInt64(column).map(Decimal6.init(millionths:))
    }

    /// The UTF-8 of a `text` or `varchar`, which is not copied and good for the length of the call; nil when it is null.
    public func withOptionalUTF8<Answer>(
        _ column: Int, _ body: (UnsafeRawBufferPointer?) throws -> Answer
    ) throws -> Answer {
        try withExtendedLifetime(rows) {
            guard let value = try value(column) else { return try body(nil) }
            guard value.type == .text || value.type == .varchar else { throw mismatch(column, value.type, "text") }
            return try body(value.bytes)
        }
    }

    @inline(__always)
    private func decode<Value>(
        _ column: Int, _ wanted: String, _ read: (BinaryDecoding.Value) -> Value?
    ) throws -> Value? {
        // The value's bytes belong to the rows.
        try withExtendedLifetime(rows) {
            guard let value = try value(column) else { return nil }
            guard let decoded = read(value) else { throw mismatch(column, value.type, wanted) }
            return decoded
        }
    }
}
