import Contracts

/// Writes what a rule was given as a JSON object; ids and figures only.
struct AuditInputs {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    /// The JSON text.
    var text: String {
        String(decoding: bytes + [UInt8(ascii: "}")], as: UTF8.self)
    }

    mutating func add(_ name: StaticString, _ value: Identifier?) {
        guard let value else { return }
        begin(name)
        bytes.append(UInt8(ascii: "\""))
        value.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func add(_ name: StaticString, _ value: Int64) {
        begin(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func add(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        begin(name)
        quote(value)
    }

    mutating func add(_ name: StaticString, _ value: Timestamp) {
        add(name, AuditInputs.text(of: value))
    }

    private mutating func begin(_ name: StaticString) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
    }

    private mutating func quote(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0..<0x20:
                bytes.append(contentsOf: (byte < 16 ? "\\u000" : "\\u00").utf8)
                bytes.append(contentsOf: String(byte, radix: 16).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A moment as people read it, `2013-10-01T00:00:00.000000Z`.
    static func text(of moment: Timestamp) -> String {
        let (year, month, day) = moment.day.civil
        let inDay = moment.microseconds - Timestamp(moment.day).microseconds
        let seconds = inDay / 1_000_000
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) + "T"
            + padded(Int(seconds / 3600), 2) + ":" + padded(Int(seconds / 60 % 60), 2) + ":"
            + padded(Int(seconds % 60), 2) + "." + padded(Int(inDay % 1_000_000), 6) + "Z"
    }
}
