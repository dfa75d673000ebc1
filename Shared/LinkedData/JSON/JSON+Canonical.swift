extension JSON {
    /// The canonical bytes (RFC 8785): no spaces, members in order of their names' UTF-16 code units, the fewest
    /// escapes, numbers as ECMAScript writes them.
    public var canonical: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4096)
        write(into: &bytes)
        return bytes
    }

    /// Writes the canonical bytes.
    func write(into bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .text(let text): QuotedText.json.write(text, into: &bytes)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .number(let number): bytes.append(contentsOf: NumberForm.ecmaScript(number).utf8)
        case .truth(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { JSON.precedes($0.key, $1.key) }).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                QuotedText.json.write(member.key, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Whether a name comes before another by UTF-16 code units, told from their UTF-8.
    ///
    /// The two orders differ in one place: what UTF-16 writes with surrogates comes before U+E000 to U+FFFF, whose
    /// first byte is 0xEE or 0xEF.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        func weight(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte }
        let order = left.utf8.withContiguousStorageIfAvailable { one in
            right.utf8.withContiguousStorageIfAvailable { other in
                for index in 0..<min(one.count, other.count) where one[index] != other[index] {
                    return weight(one[index]) < weight(other[index])
                }
                return one.count < other.count
            }
        }
        // Native strings lie in one piece; any other is compared byte by byte.
        return (order ?? nil)
            ?? left.utf8.lexicographicallyPrecedes(right.utf8) { weight($0) < weight($1) }
    }
}
