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

    /// Elements of any length, each of them preceded by the same bytes.
    static func variable<Bytes: Collection<UInt8>>(
        _ element: PostgresType, _ values: some Collection<Bytes?>, prefix: [UInt8] = []
    ) -> [UInt8] {
        var size = header
        for value in values { size += 4 + prefix.count + (value?.count ?? 0) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        let hasNull = values.contains { $0 == nil }
        withUnsafeTemporaryAllocation(byteCount: header, alignment: 8) { buffer in
            guard let base = buffer.baseAddress else { return }
            let count = writeHeader(element, values.count, hasNull: hasNull, into: base)
            bytes.append(contentsOf: buffer[..<count])
        }
        for value in values {
            guard let value else {
                append(-1, to: &bytes)
                continue
            }
            append(Int32(prefix.count + value.count), to: &bytes)
            bytes.append(contentsOf: prefix)
            bytes.append(contentsOf: value)
        }
        return bytes
    }

    private static func append(_ value: Int32, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
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
