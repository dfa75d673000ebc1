extension JSONIndexer {
    /// A string; what is wrong inside is noted, since its end can be found all the same.
    mutating func string() throws(JSONSyntaxError) {
        position += 1
        let start = position
        var flags: JSONIndex.Flags = []
        while true {
            skipPlain()
            guard position < count else { throw unexpected("a closing quotation mark") }
            let byte = base[position]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                flags.insert(.escaped)
                escape(&flags)
            } else if byte >= 0x80 {
                flags.insert(.wide)
                character(&flags)
            } else {
                note(.text, &flags, "holds the control character 0x\(String(byte, radix: 16)), which must be escaped")
                position += 1
            }
        }
        append(.string, from: start, to: position, flags)
        position += 1
    }

    /// Goes on to the next byte that needs a look: eight bytes at a time, by the carries of a subtraction.
    @inline(__always)
    private mutating func skipPlain() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        while position &+ 8 <= count {
            let word = UInt64(
                littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let slash = word ^ (ones &* 0x5C)
            let found =
                (word | (quote &- ones) & ~quote | (slash &- ones) & ~slash | (word &- ones &* 0x20) & ~word) & tops
            if found != 0 {
                position &+= found.trailingZeroBitCount >> 3
                return
            }
            position &+= 8
        }
        while position < count {
            let byte = base[position]
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            position &+= 1
        }
    }

    private mutating func escape(_ flags: inout JSONIndex.Flags) {
        guard position + 1 < count else {
            position = count
            return
        }
        switch base[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "u"):
            guard let unit = hex(at: position + 2) else {
                note(.text, &flags, "holds \\u without four hexadecimal digits after it")
                position += 2
                return
            }
            position += 6
            if unit & 0xFC00 == 0xDC00 {
                note(.text, &flags, "holds half of a surrogate pair")
            } else if unit & 0xFC00 == 0xD800 {
                guard position + 1 < count, base[position] == UInt8(ascii: "\\"),
                    base[position + 1] == UInt8(ascii: "u"), let low = hex(at: position + 2), low & 0xFC00 == 0xDC00
                else {
                    note(.text, &flags, "holds half of a surrogate pair")
                    return
                }
                position += 6
            }
        default:
            note(.text, &flags, "holds a backslash before something that it cannot escape")
            position += 1
        }
    }

    private func hex(at start: Int) -> UInt16? {
        guard start + 4 <= count else { return nil }
        var unit: UInt16 = 0
        for offset in start..<start + 4 {
            guard let digit = Hexadecimal.value(of: base[offset]) else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// A character beyond ASCII, by the table of RFC 3629.
    private mutating func character(_ flags: inout JSONIndex.Flags) {
        let length = UTF8Form.length(base + position, available: count - position)
        if length == 0 {
            note(.text, &flags, "is not valid UTF-8 at byte \(position)")
            position += 1
        } else {
            position += length
        }
    }

    private mutating func note(_ reason: JSONIndex.Fault.Reason, _ flags: inout JSONIndex.Flags, _ message: String) {
        if !flags.contains(.broken), index.faults.count < ContractProblem.limit {
            index.faults.append(JSONIndex.Fault(reason: reason, node: index.nodes.count, message: message))
        }
        flags.insert(.broken)
    }
}
