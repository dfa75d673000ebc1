extension Timestamp: CustomStringConvertible, LosslessStringConvertible {
    /// `2025-09-15T08:30:00Z`, with six decimals of the second where there are any.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads a moment of RFC 3339.
    public init?(_ description: String) {
        var copy = description
        guard let moment = copy.withUTF8({ Timestamp(utf8: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = moment
    }

    /// Reads a moment of RFC 3339 (`date-time`) from bytes.
    ///
    /// Decimals beyond the sixth are cut off. A leap second is the moment after it; it is read only where one can be,
    /// at the end of a June or December of UTC.
    public init?(utf8 bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 20, let day = Day(utf8: UnsafeRawBufferPointer(rebasing: bytes[0..<10])),
            bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Digits.read(bytes, 11, 2), let minute = Digits.read(bytes, 14, 2),
            let second = Digits.read(bytes, 17, 2), hour < 24, minute < 60, second <= 60
        else { return nil }
        var position = 19
        guard let fraction = Timestamp.fraction(bytes, &position),
            let offset = Timestamp.offset(bytes, position)
        else { return nil }
        let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
        let moment = Timestamp(microseconds: seconds * 1_000_000 + (second == 60 ? 0 : fraction))
        if second == 60 {
            let (_, month, first) = moment.day.civil
            guard seconds % 86_400 == 0, first == 1, month == 1 || month == 7 else { return nil }
        }
        guard Timestamp.writable.contains(moment.microseconds) else { return nil }
        self = moment
    }

    /// Appends the text of RFC 3339 in UTC.
    public func append(to bytes: inout [UInt8]) {
        let day = day
        guard Timestamp.writable.contains(microseconds) else {
            day.append(to: &bytes)
            bytes.append(contentsOf: "T00:00:00Z".utf8)
            return
        }
        let time = Int(microseconds - Timestamp(day).microseconds)
        let (second, fraction) = (time / 1_000_000, time % 1_000_000)
        bytes.append(atMost: 27) { start in
            let buffer = UnsafeMutableBufferPointer(start: start, count: 27)
            day.write(to: buffer)
            buffer[10] = UInt8(ascii: "T")
            Digits.write(second / 3600, 2, to: buffer, at: 11)
            buffer[13] = UInt8(ascii: ":")
            Digits.write(second / 60 % 60, 2, to: buffer, at: 14)
            buffer[16] = UInt8(ascii: ":")
            Digits.write(second % 60, 2, to: buffer, at: 17)
            var count = 19
            if fraction > 0 {
                buffer[19] = UInt8(ascii: ".")
                Digits.write(fraction, 6, to: buffer, at: 20)
                count = 26
            }
            buffer[count] = UInt8(ascii: "Z")
            return count + 1
        }
    }

    /// From the beginning of year 1 to the end of year 9999, which is what RFC 3339 can write.
    private static let writable: Range<Int64> = -62_135_596_800_000_000..<253_402_300_800_000_000

    /// Microseconds after the whole second; moves the position behind them.
    private static func fraction(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> Int64? {
        guard bytes[position] == UInt8(ascii: ".") else { return 0 }
        position += 1
        let start = position
        var fraction: Int64 = 0
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 {
            if position - start < 6 { fraction = fraction * 10 + Int64(bytes[position] - UInt8(ascii: "0")) }
            position += 1
        }
        guard position > start, position < bytes.count else { return nil }
        for _ in min(6, position - start)..<6 { fraction *= 10 }
        return fraction
    }

    /// Seconds east of UTC, when the offset ends the text.
    private static func offset(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Int? {
        guard position < bytes.count else { return nil }
        if bytes[position] | 0x20 == UInt8(ascii: "z") { return position + 1 == bytes.count ? 0 : nil }
        guard bytes.count == position + 6, bytes[position + 3] == UInt8(ascii: ":"),
            let hours = Digits.read(bytes, position + 1, 2), let minutes = Digits.read(bytes, position + 4, 2),
            hours < 24, minutes < 60
        else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
        case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
        default: return nil
        }
    }
}
