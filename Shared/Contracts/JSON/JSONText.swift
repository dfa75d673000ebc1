/// Reads the strings of an indexed JSON text.
///
/// Works on a pointer for the same reason as ``JSONIndexer``; a node's range lies within the text by construction.
enum JSONText {
    /// The text of a string's node, with its escapes resolved.
    static func string(_ node: JSONIndex.Node, _ base: UnsafePointer<UInt8>) -> String {
        let raw = UnsafeBufferPointer(start: base + Int(node.start), count: Int(node.end - node.start))
        guard node.flags.contains(.escaped) else { return String(decoding: raw, as: UTF8.self) }
        return String(decoding: unescaped(raw), as: UTF8.self)
    }

    /// The bytes of an escaped string, with its escapes resolved; broken escapes stay as they are.
    static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var position = 0
        while position < raw.count {
            let byte = raw[position]
            position += 1
            guard byte == UInt8(ascii: "\\"), position < raw.count else {
                bytes.append(byte)
                continue
            }
            let escaped = raw[position]
            position += 1
            switch escaped {
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "u"): appendUnit(raw, &position, to: &bytes)
            default: bytes.append(escaped)
            }
        }
        return bytes
    }

    private static func appendUnit(
        _ raw: UnsafeBufferPointer<UInt8>, _ position: inout Int, to bytes: inout [UInt8]
    ) {
        guard var code = unit(raw, at: position) else { return }
        position += 4
        if code & 0xFC00 == 0xD800, let low = unit(raw, at: position + 2), low & 0xFC00 == 0xDC00 {
            code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
            position += 6
        }
        let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private static func unit(_ raw: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
        guard start >= 0, start + 4 <= raw.count else { return nil }
        var unit: UInt32 = 0
        for offset in start..<start + 4 {
            guard let digit = Hexadecimal.value(of: raw[offset]) else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
