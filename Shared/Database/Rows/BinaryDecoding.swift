import Contracts

/// PostgreSQL's binary formats, read from a value's bytes; nil when the type or the length is another.
enum BinaryDecoding {
    typealias Value = (type: PostgresType, bytes: UnsafeRawBufferPointer)

    static func identifier(_ value: Value) -> Identifier? {
        guard value.type == .uuid, value.bytes.count == 16 else { return nil }
        return Identifier(high: load(value.bytes), low: load(value.bytes, at: 8))
    }

    static func text(_ value: Value) -> String? {
        switch value.type {
        case .text, .varchar, .bpchar, .name, .json, .char, .unknown:
            String(decoding: value.bytes, as: UTF8.self)
        case .jsonb where value.bytes.first == 1:
            String(decoding: UnsafeRawBufferPointer(rebasing: value.bytes[1...]), as: UTF8.self)
        default: nil
        }
    }

    static func int64(_ value: Value) -> Int64? {
        switch (value.type, value.bytes.count) {
        // A transaction's id has no sign, but nobody comes to 2^63 of them.
        case (.int8, 8), (.xid8, 8): load(value.bytes)
        case (.oid, 4): Int64(load(value.bytes) as UInt32)
        case (.numeric, _): Numeric.whole(value.bytes)
        default: int32(value).map(Int64.init)
        }
    }

    static func int32(_ value: Value) -> Int32? {
        switch (value.type, value.bytes.count) {
        case (.int4, 4): load(value.bytes)
        case (.int2, 2): Int32(load(value.bytes) as Int16)
        default: nil
        }
    }

    static func bool(_ value: Value) -> Bool? {
        guard value.type == .bool, value.bytes.count == 1 else { return nil }
        return value.bytes[0] != 0
    }

    static func bytes(_ value: Value) -> [UInt8]? {
        switch value.type {
        case .bytea, .text, .varchar, .json: Array(value.bytes)
        case .jsonb where value.bytes.first == 1: Array(value.bytes.dropFirst())
        default: nil
        }
    }

    static func timestamp(_ value: Value) -> Timestamp? {
        guard value.type == .timestamptz, value.bytes.count == 8 else { return nil }
        let microseconds: Int64 = load(value.bytes)
        // The ends of the range are the infinities, which no moment stands for.
        guard microseconds != .min, microseconds <= .max - Epoch.microseconds else { return nil }
        return Timestamp(microseconds: microseconds + Epoch.microseconds)
    }

    static func day(_ value: Value) -> Day? {
        guard value.type == .date, value.bytes.count == 4 else { return nil }
        let days: Int32 = load(value.bytes)
        guard days != .min, days <= .max - Epoch.days else { return nil }
        return Day(number: days + Epoch.days)
    }

    static func load<Integer: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) -> Integer {
        Integer(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Integer.self))
    }
}
