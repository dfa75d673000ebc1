/// Reads decimal numbers exactly, as JSON writes them.
enum NumberText {
    /// What became of a number.
    enum Outcome: Equatable {
        /// The number, times the power of ten that was asked for.
        case value(Int64)
        /// It has more decimals than can be held.
        case tooFine
        /// It is too large either way.
        case tooLarge
        /// It is no number.
        case invalid
    }

    /// The number times ten to the power of `places`.
    static func read(_ bytes: UnsafeRawBufferPointer, places: Int) -> Outcome {
        var position = 0
        let negative = bytes.first == UInt8(ascii: "-")
        if negative { position = 1 }
        let start = position
        var value: UInt64 = 0
        // Zeros that count only if another digit follows: 1.50000000 has one decimal.
        var zeros = 0
        var exponent = 0
        var isFraction = false
        while position < bytes.count {
            let byte = bytes[position]
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                if isFraction { exponent -= 1 }
                if digit == 0, value > 0 {
                    zeros += 1
                } else if digit > 0 {
                    guard let grown = scaled(value, by: zeros + 1), grown <= UInt64.max - UInt64(digit) else {
                        return isFraction ? .tooFine : .tooLarge
                    }
                    value = grown + UInt64(digit)
                    zeros = 0
                }
            } else if byte == UInt8(ascii: "."), !isFraction, position > start {
                isFraction = true
            } else if byte | 0x20 == UInt8(ascii: "e"), position > start {
                guard let power = power(bytes, from: position + 1) else { return .invalid }
                exponent += power
                break
            } else {
                return .invalid
            }
            position += 1
        }
        if position == start || bytes[bytes.count - 1] == UInt8(ascii: ".") { return .invalid }
        if value == 0 { return .value(0) }
        let shift = exponent + zeros + places
        if shift < 0 { return .tooFine }
        guard let magnitude = scaled(value, by: shift) else { return .tooLarge }
        if negative { return magnitude <= 1 << 63 ? .value(Int64(truncatingIfNeeded: 0 &- magnitude)) : .tooLarge }
        return magnitude <= UInt64(Int64.max) ? .value(Int64(magnitude)) : .tooLarge
    }

    private static func power(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var position = start
        var negative = false
        if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
            negative = bytes[position] == UInt8(ascii: "-")
            position += 1
        }
        guard position < bytes.count else { return nil }
        var power = 0
        for byte in bytes[position...] {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            power = min(power * 10 + Int(digit), 1_000_000)
        }
        return negative ? -power : power
    }

    private static func scaled(_ value: UInt64, by power: Int) -> UInt64? {
        var value = value
        if value == 0 { return 0 }
        for _ in 0..<min(power, 21) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }
}
