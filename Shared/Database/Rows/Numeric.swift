/// PostgreSQL's binary `numeric`: digits of base 10,000, the first one's power, a sign and a display scale.
enum Numeric {
    /// The value of a whole number that fits, as `sum` and `count` of integers return them; nil for any other.
    static func whole(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        guard bytes.count >= 8 else { return nil }
        let digits = Int(BinaryDecoding.load(bytes) as UInt16)
        let weight = Int(BinaryDecoding.load(bytes, at: 2) as Int16)
        let sign: UInt16 = BinaryDecoding.load(bytes, at: 4)
        guard bytes.count == 8 + digits * 2, sign == 0 || sign == 0x4000 else { return nil }
        guard digits <= weight + 1 || digits == 0, weight <= 4 else { return nil }
        var sum: Int64 = 0
        for index in 0..<max(0, digits == 0 ? 0 : weight + 1) {
            let digit = index < digits ? Int64(BinaryDecoding.load(bytes, at: 8 + index * 2) as UInt16) : 0
            let (product, overflow) = sum.multipliedReportingOverflow(by: 10000)
            // Subtracted, because the least number has no positive counterpart.
            let (difference, carried) = product.subtractingReportingOverflow(digit)
            if overflow || carried { return nil }
            sum = difference
        }
        if sign != 0 { return sum }
        return sum == .min ? nil : -sum
    }
}
