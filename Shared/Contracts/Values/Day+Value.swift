extension Day: ContractValue {
    /// Reads a calendar day.
    public static func read(_ decoder: inout PayloadDecoder, at node: Int, _ rule: AnyRule) -> Day? {
        if decoder.nodes[node].kind == .string, let value = Day(utf8: decoder.raw(node)) { return value }
        decoder.note("", "must be a calendar day such as 2025-09-15, found \(decoder.found(node))")
        return nil
    }

    /// Writes it.
    public func write(to encoder: inout PayloadEncoder) {
        encoder.bytes.append(UInt8(ascii: "\""))
        append(to: &encoder.bytes)
        encoder.bytes.append(UInt8(ascii: "\""))
    }

    /// A calendar day.
    public static func schema(_ rule: AnyRule) -> JSONDocument {
        ["type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
    }
}
