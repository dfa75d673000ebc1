/// Texts between quotation marks with the fewest escapes, as canonical JSON (RFC 8785, section 3.2.2.2) and canonical
/// N-Quads (RDF Dataset Canonicalization, section 5) have them.
struct QuotedText {
    static let json = QuotedText(alsoEscaped: UInt8(ascii: "\""), digits: Hexadecimal.digits)
    static let quads = QuotedText(alsoEscaped: 0x7F, digits: Array("0123456789ABCDEF".utf8))

    /// What is escaped beside control characters, quotation marks and backslashes.
    private let alsoEscaped: UInt8
    private let digits: [UInt8]

    /// Writes a text with its quotation marks.
    func write(_ text: String, into bytes: inout [UInt8]) {
        var copy = text
        copy.withUTF8 { utf8 in
            bytes.append(UInt8(ascii: "\""))
            let also = alsoEscaped
            if utf8.containsAny({ $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == also }) {
                for byte in utf8 { escape(byte, into: &bytes) }
            } else {
                bytes.append(contentsOf: utf8)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x08: bytes.append(contentsOf: "\\b".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0C: bytes.append(contentsOf: "\\f".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0..<0x20, alsoEscaped:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether any byte is one of a kind; without a way out of the loop, so that many are looked at in one step.
    @inline(__always)
    func containsAny(_ isOne: (UInt8) -> Bool) -> Bool {
        var found: UInt8 = 0
        for byte in self { found |= isOne(byte) ? 1 : 0 }
        return found != 0
    }
}
