import Contracts

/// Writes what a rule was given as a JSON object; ids and figures only.
///
/// Members stand in the order in which they are added; a value that is nil adds none.
public struct AuditInputs: Sendable {
    private var bytes: [UInt8] = []

    /// An object without members.
    public init() {
        // Most need no more.
        bytes.reserveCapacity(320)
        bytes.append(UInt8(ascii: "{"))
    }

    /// The JSON text.
    public var text: String {
        String(unsafeUninitializedCapacity: bytes.count + 1) { buffer in
            _ = buffer.initialize(from: bytes)
            buffer.initializeElement(at: bytes.count, to: UInt8(ascii: "}"))
            return bytes.count + 1
        }
    }

    /// A member that is an id.
    public mutating func add(_ name: StaticString, _ value: Identifier?) {
        guard let value else { return }
        begin(name)
        bytes.append(UInt8(ascii: "\""))
        value.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A member that is a whole number.
    public mutating func add(_ name: StaticString, _ value: Int64) {
        begin(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    /// A member that is a whole number, where there is one.
    public mutating func add(_ name: StaticString, _ value: Int64?) {
        guard let value else { return }
        add(name, value)
    }

    /// A member that is a text; quotation marks, backslashes and control characters are escaped (RFC 8259, section 7).
    public mutating func add(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        begin(name)
        quote(value)
    }

    /// A member that is a moment: its RFC 3339 text in UTC.
    public mutating func add(_ name: StaticString, _ value: Timestamp) {
        begin(name)
        bytes.append(UInt8(ascii: "\""))
        value.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A member that is a list of objects.
    public mutating func add(_ name: StaticString, _ values: [AuditInputs]) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (place, value) in values.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: value.bytes)
            bytes.append(UInt8(ascii: "}"))
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func begin(_ name: StaticString) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
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
}
