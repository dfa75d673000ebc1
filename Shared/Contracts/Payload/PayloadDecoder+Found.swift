extension PayloadDecoder {
    /// What stands at a node, in a few words, for the end of a sentence.
    func found(_ node: Int) -> String {
        let value = nodes[node]
        switch value.kind {
        case .object: return "an object"
        case .array: return "a list"
        case .yes: return "true"
        case .no: return "false"
        case .null: return "null"
        case .number: return shortened(JSONText.string(value, base))
        case .string: return "\"\(shortened(JSONText.string(value, base)))\""
        }
    }

    /// The raw bytes of a node.
    @inline(__always)
    func raw(_ node: Int) -> UnsafeRawBufferPointer {
        let value = nodes[node]
        return UnsafeRawBufferPointer(start: base + Int(value.start), count: Int(value.end &- value.start))
    }

    private func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count <= 40 ? text : String(String.UnicodeScalarView(scalars.prefix(40))) + "…"
    }
}
