extension Identifier: ContractValue {
    /// Reads a UUID of 36 characters.
    public static func read(_ decoder: inout PayloadDecoder, at node: Int, _ rule: AnyRule) -> Identifier? {
        if decoder.nodes[node].kind == .string, let value = Identifier(utf8: decoder.raw(node)) { return value }
        decoder.note("", "must be a UUID of 36 characters, found \(decoder.found(node))")
        return nil
    }

    /// Writes its text.
    public func write(to encoder: inout PayloadEncoder) {
        encoder.bytes.append(UInt8(ascii: "\""))
        append(to: &encoder.bytes)
        encoder.bytes.append(UInt8(ascii: "\""))
    }

    /// A UUID.
    public static func schema(_ rule: AnyRule) -> JSONDocument {
        [
            "type": "string", "format": "uuid",
            "pattern": "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
        ]
    }
}
