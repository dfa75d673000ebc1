import Contracts
import Programmes

/// Writes values of rows as JSON.
enum JSONScalar {
    /// Appends a value as a field of a kind wants it.
    ///
    /// A value that does not suit the field is sent as a string as it stands: what is wrong with it is the service's to
    /// say, and nothing is guessed here.
    static func append(_ value: ImportValue, _ kind: FieldKind, to bytes: inout [UInt8]) {
        switch (value, kind) {
        case (.empty, _):
            bytes.append(contentsOf: "null".utf8)
        case (.moment(let moment), .moment):
            append(MomentText.text(of: moment), to: &bytes)
        case (.moment(let moment), .day):
            append(CalendarText.text(of: moment.day), to: &bytes)
        case (.moment, _):
            append(value.text ?? "", to: &bytes)
        case (.text(let text), .integer), (.text(let text), .decimal):
            if JSONNumber.isValid(text) { bytes.append(contentsOf: text.utf8) } else { append(text, to: &bytes) }
        case (.text(let text), .bool):
            if let bool = bool(text) {
                bytes.append(contentsOf: (bool ? "true" : "false").utf8)
            } else {
                append(text, to: &bytes)
            }
        case (.text(let text), .moment):
            append(MomentText.parse(text).map(MomentText.text(of:)) ?? text, to: &bytes)
        case (.text(let text), .text), (.text(let text), .word), (.text(let text), .day):
            append(text, to: &bytes)
        }
    }

    /// The yes or no that a text says.
    static func bool(_ text: String) -> Bool? {
        switch text {
        case "true", "1", "yes": true
        case "false", "0", "no": false
        default: nil
        }
    }

    /// Appends a string.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        // Nearly no text needs escaping, and appending all of it at once is several times faster.
        if !text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(hexadecimal[Int(byte >> 4)])
                bytes.append(hexadecimal[Int(byte & 15)])
            default:
                bytes.append(byte)
            }
        }
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
