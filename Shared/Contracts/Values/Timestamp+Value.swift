extension Timestamp: ContractValue {
    /// Reads a moment of RFC 3339.
    public static func read(_ decoder: inout PayloadDecoder, at node: Int, _ rule: AnyRule) -> Timestamp? {
        if decoder.nodes[node].kind == .string, let value = Timestamp(utf8: decoder.raw(node)) { return value }
        decoder.note(
            "", "must be a moment of RFC 3339 such as 2025-09-15T08:30:00Z, found \(decoder.found(node))")
        return nil
    }

    /// Writes it in UTC.
    public func write(to encoder: inout PayloadEncoder) {
        encoder.bytes.append(UInt8(ascii: "\""))
        append(to: &encoder.bytes)
        encoder.bytes.append(UInt8(ascii: "\""))
    }

    /// A moment.
    public static func schema(_ rule: AnyRule) -> JSONDocument {
        [
            "type": "string", "format": "date-time",
            "pattern": .string(
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?"
                    + "([Zz]|[+-][0-9]{2}:[0-9]{2})$"),
        ]
    }
}
