import Contracts

extension Parameter {
    /// A `uuid`.
    public static func uuid(_ value: Identifier?) -> Parameter {
        fixed(.uuid, value)
    }

    /// A `text`.
    public static func text(_ value: String?) -> Parameter {
        Parameter(.text, value.map { Array($0.utf8) })
    }

    /// An `int8`.
    public static func int8(_ value: Int64?) -> Parameter {
        fixed(.int8, value)
    }

    /// An `int4`.
    public static func int4(_ value: Int32?) -> Parameter {
        fixed(.int4, value)
    }

    /// A `bool`.
    public static func bool(_ value: Bool?) -> Parameter {
        fixed(.bool, value)
    }

    /// A `bytea`.
    public static func bytea(_ value: [UInt8]?) -> Parameter {
        Parameter(.bytea, value)
    }

    /// A `timestamptz`.
    public static func timestamptz(_ value: Timestamp?) -> Parameter {
        fixed(.timestamptz, value)
    }

    /// A `date`.
    public static func date(_ value: Day?) -> Parameter {
        fixed(.date, value)
    }

    /// An `int8` of millionths.
    public static func decimal6(_ value: Decimal6?) -> Parameter {
        int8(value?.millionths)
    }

    /// A `jsonb` of JSON text, sent in the type's binary format: the version byte 1, then the text.
    public static func jsonb(_ text: String?) -> Parameter {
        Parameter(.jsonb, text.map { [1] + Array($0.utf8) })
    }

    /// A `jsonb` of JSON text in UTF-8.
    public static func jsonb(utf8 text: [UInt8]?) -> Parameter {
        Parameter(.jsonb, text.map { [1] + $0 })
    }

    private static func fixed<Value: FixedWidthValue>(_ type: PostgresType, _ value: Value?) -> Parameter {
        guard let value else { return Parameter(type, nil) }
        return Parameter(
            type,
            [UInt8](unsafeUninitializedCapacity: Value.width) { buffer, count in
                if let base = buffer.baseAddress { value.store(into: UnsafeMutableRawPointer(base)) }
                count = Value.width
            })
    }
}
