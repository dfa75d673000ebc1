/// The rules of CloudEvents 1.0 for texts and names.
enum AttributeText {
    /// What is told about a text that is not clean.
    static let uncleanMessage = "must not hold control characters or noncharacters"

    /// Whether valid UTF-8 holds none of the characters that a CloudEvents string may not hold: control characters and
    /// those that Unicode will never assign.
    static func isClean(_ bytes: UnsafeRawBufferPointer) -> Bool {
        // Without a way out of the loop, so that many bytes are looked at in one step.
        var controls: UInt8 = 0
        var all: UInt8 = 0
        for byte in bytes {
            controls |= (byte < 0x20 ? 1 : 0) | (byte == 0x7F ? 1 : 0)
            all |= byte
        }
        if controls != 0 { return false }
        if all < 0x80 { return true }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
            let value = scalar.value
            return !(0x80...0x9F).contains(value) && !(0xFDD0...0xFDEF).contains(value) && value & 0xFFFE != 0xFFFE
        }
    }

    /// Whether a name consists of lower-case letters and digits.
    static func isName(_ bytes: UnsafeRawBufferPointer) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { $0 &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10 }
    }

    /// Whether a text is a trace context of the W3C's version 00 or later.
    static func isTraceparent(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 55, bytes[2] == UInt8(ascii: "-"), bytes[35] == UInt8(ascii: "-"),
            bytes[52] == UInt8(ascii: "-"), bytes.count == 55 || bytes[55] == UInt8(ascii: "-")
        else { return false }
        let isHex = (0..<55).allSatisfy { position in
            position == 2 || position == 35 || position == 52
                || Hexadecimal.value(of: bytes[position]) != nil && bytes[position] &- UInt8(ascii: "A") >= 26
        }
        let zero = UInt8(ascii: "0")
        return isHex && !(bytes[0] == UInt8(ascii: "f") && bytes[1] == UInt8(ascii: "f"))
            && bytes[3..<35].contains { $0 != zero } && bytes[36..<52].contains { $0 != zero }
    }
}
