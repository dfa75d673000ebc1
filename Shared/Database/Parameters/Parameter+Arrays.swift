import Contracts

extension Parameter {
    /// A `uuid[]`.
    public static func uuids(_ values: [Identifier]) -> Parameter {
        Parameter(.uuidArray, ArrayEncoding.fixed(.uuid, values))
    }

    /// A `uuid[]`, with nulls.
    public static func uuids(_ values: [Identifier?]) -> Parameter {
        Parameter(.uuidArray, ArrayEncoding.fixed(.uuid, values))
    }

    /// An `int8[]`.
    public static func int8s(_ values: [Int64]) -> Parameter {
        Parameter(.int8Array, ArrayEncoding.fixed(.int8, values))
    }

    /// An `int8[]`, with nulls.
    public static func int8s(_ values: [Int64?]) -> Parameter {
        Parameter(.int8Array, ArrayEncoding.fixed(.int8, values))
    }

    /// An `int4[]`.
    public static func int4s(_ values: [Int32]) -> Parameter {
        Parameter(.int4Array, ArrayEncoding.fixed(.int4, values))
    }

    /// An `int4[]`, with nulls.
    public static func int4s(_ values: [Int32?]) -> Parameter {
        Parameter(.int4Array, ArrayEncoding.fixed(.int4, values))
    }

    /// A `bool[]`.
    public static func bools(_ values: [Bool]) -> Parameter {
        Parameter(.boolArray, ArrayEncoding.fixed(.bool, values))
    }

    /// A `bool[]`, with nulls.
    public static func bools(_ values: [Bool?]) -> Parameter {
        Parameter(.boolArray, ArrayEncoding.fixed(.bool, values))
    }

    /// A `timestamptz[]`.
    public static func timestamps(_ values: [Timestamp]) -> Parameter {
        Parameter(.timestamptzArray, ArrayEncoding.fixed(.timestamptz, values))
    }

    /// A `timestamptz[]`, with nulls.
    public static func timestamps(_ values: [Timestamp?]) -> Parameter {
        Parameter(.timestamptzArray, ArrayEncoding.fixed(.timestamptz, values))
    }

    /// A `date[]`.
    public static func dates(_ values: [Day]) -> Parameter {
        Parameter(.dateArray, ArrayEncoding.fixed(.date, values))
    }

    /// A `date[]`, with nulls.
    public static func dates(_ values: [Day?]) -> Parameter {
        Parameter(.dateArray, ArrayEncoding.fixed(.date, values))
    }

    /// An `int8[]` of millionths.
    public static func decimal6s(_ values: [Decimal6]) -> Parameter {
        int8s(values.map { $0.millionths })
    }

    /// An `int8[]` of millionths, with nulls.
    public static func decimal6s(_ values: [Decimal6?]) -> Parameter {
        int8s(values.map { $0?.millionths })
    }

    /// A `text[]`.
    public static func texts(_ values: [String]) -> Parameter {
        Parameter(.textArray, ArrayEncoding.variable(.text, values))
    }

    /// A `text[]`, with nulls.
    public static func texts(_ values: [String?]) -> Parameter {
        Parameter(.textArray, ArrayEncoding.variable(.text, values))
    }

    /// A `text[]` of texts in UTF-8.
    public static func texts(utf8 values: [[UInt8]]) -> Parameter {
        Parameter(.textArray, ArrayEncoding.variable(.text, values))
    }

    /// A `bytea[]`.
    public static func byteas(_ values: [[UInt8]]) -> Parameter {
        Parameter(.byteaArray, ArrayEncoding.variable(.bytea, values))
    }

    /// A `bytea[]`, with nulls.
    public static func byteas(_ values: [[UInt8]?]) -> Parameter {
        Parameter(.byteaArray, ArrayEncoding.variable(.bytea, values))
    }

    /// A `jsonb[]` of JSON texts in UTF-8.
    public static func jsonbs(_ values: [[UInt8]]) -> Parameter {
        Parameter(.jsonbArray, ArrayEncoding.variable(.jsonb, values, prefix: 1))
    }

    /// A `jsonb[]` of JSON texts.
    public static func jsonbs(_ values: [String]) -> Parameter {
        Parameter(.jsonbArray, ArrayEncoding.variable(.jsonb, values, prefix: 1))
    }

    /// A `jsonb[]` of JSON texts, with nulls.
    public static func jsonbs(_ values: [String?]) -> Parameter {
        Parameter(.jsonbArray, ArrayEncoding.variable(.jsonb, values, prefix: 1))
    }
}
