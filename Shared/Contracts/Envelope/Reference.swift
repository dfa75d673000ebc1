/// A text that is mostly a UUID, and then held as one: ids of Guildhall's own messages need no string.
public enum Reference: Sendable, Hashable {
    /// A UUID in its usual text form, in lower case.
    case identifier(Identifier)
    /// Any other text.
    case text(String)

    /// The reference of a text.
    public init(_ text: String) {
        var text = text
        self = text.withUTF8 { Reference(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// The reference of valid UTF-8.
    init(utf8 bytes: UnsafeRawBufferPointer) {
        if bytes.count == 36, let identifier = Identifier(utf8: bytes),
            !bytes.contains(where: { $0 &- UInt8(ascii: "A") < 26 })
        {
            self = .identifier(identifier)
        } else {
            self = .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The text, exactly as it was.
    public var text: String {
        switch self {
        case .identifier(let identifier): identifier.description
        case .text(let text): text
        }
    }

    /// The UUID, where it is one.
    public var identifier: Identifier? {
        if case .identifier(let identifier) = self { identifier } else { nil }
    }

    /// Appends the JSON string.
    func append(to bytes: inout [UInt8]) {
        switch self {
        case .identifier(let identifier):
            bytes.append(UInt8(ascii: "\""))
            identifier.append(to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        case .text(let text): JSONWriter.string(text, to: &bytes)
        }
    }
}
