extension JSONDocument {
    /// The document on one line.
    public var compact: String {
        var bytes: [UInt8] = []
        append(to: &bytes, indent: nil)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The document with two spaces a level and a line feed at the end.
    public var pretty: String {
        var bytes: [UInt8] = []
        append(to: &bytes, indent: 0)
        bytes.append(UInt8(ascii: "\n"))
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(to bytes: inout [UInt8], indent: Int?) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let text): bytes.append(contentsOf: text.utf8)
        case .string(let text): JSONWriter.string(text, to: &bytes)
        case .array(let elements):
            JSONDocument.appendList(elements.count, "[", "]", to: &bytes, indent) { index, inner, bytes in
                elements[index].append(to: &bytes, indent: inner)
            }
        case .object(let members):
            JSONDocument.appendList(members.count, "{", "}", to: &bytes, indent) { index, inner, bytes in
                JSONWriter.string(members[index].key, to: &bytes)
                bytes.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
                members[index].value.append(to: &bytes, indent: inner)
            }
        }
    }

    private static func appendList(
        _ count: Int, _ opening: String, _ closing: String, to bytes: inout [UInt8], _ indent: Int?,
        _ element: (Int, Int?, inout [UInt8]) -> Void
    ) {
        let inner = indent.map { $0 + 2 }
        bytes.append(contentsOf: opening.utf8)
        for index in 0..<count {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if let inner { appendLine(to: &bytes, inner) }
            element(index, inner, &bytes)
        }
        if let indent, count > 0 { appendLine(to: &bytes, indent) }
        bytes.append(contentsOf: closing.utf8)
    }

    private static func appendLine(to bytes: inout [UInt8], _ indent: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }
}
