/// PostgreSQL's binary format of one-dimensional arrays (`array_send`): the number of dimensions, whether a null is
/// among the elements, their type, the length, the lower bound; then every element with its length, -1 for null.
enum ArrayEncoding {
    private static let header = 20

    static func fixed<Value: FixedWidthValue>(_ element: PostgresType, _ values: [Value]) -> [UInt8] {
        let capacity = header + values.count * (4 + Value.width)
        return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            guard let base = buffer.baseAddress.map(UnsafeMutableRawPointer.init) else { return }
            var end = base + writeHeader(element, values.count, hasNull: false, into: base)
            for value in values {
                Int32(Value.width).store(into: end)
                value.store(into: end + 4)
                end += 4 + Value.width
            }
            count = end - base
        }
    }

    static func fixed<Value: FixedWidthValue>(_ element: PostgresType, _ values: [Value?]) -> [UInt8] {
        let capacity = header + values.count * (4 + Value.width)
        return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            guard let base = buffer.baseAddress.map(UnsafeMutableRawPointer.init) else { return }
            var hasNull = false
            var end = base + writeHeader(element, values.count, hasNull: false, into: base)
            for value in values {
                if let value {
                    Int32(Value.width).store(into: end)
                    value.store(into: end + 4)
                    end += 4 + Value.width
                } else {
                    Int32(-1).store(into: end)
                    end += 4
                    hasNull = true
                }
            }
            if hasNull { Int32(1).store(into: base + 4) }
            count = end - base
        }
    }

    /// Elements of any length.
    static func variable<Value: VariableWidthValue>(
        _ element: PostgresType, _ values: [Value], prefix: UInt8? = nil
    ) -> [UInt8] {
        var bytes = start(element, values.count, values.reduce(0) { $0 + $1.byteCount })
        for value in values { append(value, prefix, to: &bytes) }
        return bytes
    }

    static func variable<Value: VariableWidthValue>(
        _ element: PostgresType, _ values: [Value?], prefix: UInt8? = nil
    ) -> [UInt8] {
        var bytes = start(element, values.count, values.reduce(0) { $0 + ($1?.byteCount ?? 0) })
        var hasNull = false
        for value in values {
            if let value {
                append(value, prefix, to: &bytes)
            } else {
                bytes.append(contentsOf: [255, 255, 255, 255])
                hasNull = true
            }
        }
        if hasNull { bytes[7] = 1 }
        return bytes
    }

    private static func start(_ element: PostgresType, _ count: Int, _ byteCount: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        // A length and perhaps a prefix stand before each.
        bytes.reserveCapacity(header + count * 5 + byteCount)
        withUnsafeTemporaryAllocation(byteCount: header, alignment: 8) { buffer in
            guard let base = buffer.baseAddress else { return }
            bytes.append(contentsOf: buffer[..<writeHeader(element, count, hasNull: false, into: base)])
        }
        return bytes
    }

    /// The length is written once the value's bytes are there, so that a text is gone through once only.
    @inline(__always)
    private static func append(_ value: some VariableWidthValue, _ prefix: UInt8?, to bytes: inout [UInt8]) {
        let mark = bytes.count
        bytes.append(contentsOf: [0, 0, 0, 0])
        if let prefix { bytes.append(prefix) }
        value.append(to: &bytes)
        let length = Int32(clamping: bytes.count - mark - 4)
        bytes.withUnsafeMutableBytes { buffer in
            if let base = buffer.baseAddress { length.store(into: base + mark) }
        }
    }

    /// An array without elements has no dimension, and so a shorter header.
    private static func writeHeader(
        _ element: PostgresType, _ count: Int, hasNull: Bool, into base: UnsafeMutableRawPointer
    ) -> Int {
        Int32(count == 0 ? 0 : 1).store(into: base)
        Int32(hasNull ? 1 : 0).store(into: base + 4)
        Int32(bitPattern: element.oid).store(into: base + 8)
        guard count > 0 else { return 12 }
        Int32(count).store(into: base + 12)
        Int32(1).store(into: base + 16)
        return header
    }
}
