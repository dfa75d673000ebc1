import Contracts

extension Row {
    /// A `uuid`.
    public func identifier(_ column: Int) throws -> Identifier {
        try required(column, optionalIdentifier(column))
    }

    /// A `text`, `varchar`, `json` or `jsonb`.
    public func text(_ column: Int) throws -> String {
        try required(column, optionalText(column))
    }

    /// An integer of any size, a transaction's id, or a whole `numeric` that fits (what `sum` returns).
    public func int64(_ column: Int) throws -> Int64 {
        try required(column, optionalInt64(column))
    }

    /// An `int4` or `int2`.
    public func int32(_ column: Int) throws -> Int32 {
        try required(column, optionalInt32(column))
    }

    /// A `bool`.
    public func bool(_ column: Int) throws -> Bool {
        try required(column, optionalBool(column))
    }

    /// A `bytea`, or the UTF-8 of a text.
    public func bytes(_ column: Int) throws -> [UInt8] {
        try required(column, optionalBytes(column))
    }

    /// A `timestamptz`; the infinities are refused.
    public func timestamp(_ column: Int) throws -> Timestamp {
        try required(column, optionalTimestamp(column))
    }

    /// A `date`; the infinities are refused.
    public func day(_ column: Int) throws -> Day {
        try required(column, optionalDay(column))
    }

    /// An `int8` of millionths.
    public func decimal6(_ column: Int) throws -> Decimal6 {
        Decimal6(millionths: try int64(column))
    }
}
