/// Fixed numbers of decimal digits, as dates and times are written with them.
enum Digits {
    /// The number that so many digits at a place write, or nil when one of them is none.
    @inline(__always)
    static func read(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for position in start..<start + count {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }

    /// Writes a number with so many digits.
    @inline(__always)
    static func write(_ value: Int, _ count: Int, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
        var rest = value
        for position in stride(from: start + count - 1, through: start, by: -1) {
            buffer[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }
}
