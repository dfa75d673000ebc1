extension ContractWord {
    /// Reads one of the words.
    public static func read(_ decoder: inout PayloadDecoder, at node: Int, _ rule: AnyRule) -> Self? {
        let value = decoder.nodes[node]
        if value.kind == .string, let word = Self(rawValue: JSONText.string(value, decoder.base)) { return word }
        let words = allCases.map(\.rawValue).joined(separator: ", ")
        decoder.note("", "must be one of \(words), found \(decoder.found(node))")
        return nil
    }

    /// Writes the word.
    public func write(to encoder: inout PayloadEncoder) {
        JSONWriter.string(rawValue, to: &encoder.bytes)
    }

    /// A list of the words.
    public static func schema(_ rule: AnyRule) -> JSONDocument {
        ["type": "string", "enum": .array(allCases.map { .string($0.rawValue) })]
    }
}
