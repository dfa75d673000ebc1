extension Dictionary: ContractValue where Key == String, Value == String {
    /// Reads a map from text to text.
    public static func read(_ decoder: inout PayloadDecoder, at node: Int, _ rule: MapRule) -> [String: String]? {
        guard decoder.nodes[node].kind == .object else {
            decoder.note("", "must be an object of texts, found \(decoder.found(node))")
            return nil
        }
        let end = Int(decoder.nodes[node].next)
        let before = decoder.problems.count
        var map: [String: String] = [:]
        var key = node + 1
        while key < end {
            let start = decoder.problems.count
            let name = String.read(&decoder, at: key, .text(rule.key))
            if decoder.problems.count > start { decoder.prefix("(key)", from: start) }
            let middle = decoder.problems.count
            let text = String.read(&decoder, at: key + 1, .text(rule.value))
            if decoder.problems.count > middle { decoder.prefix(name ?? "(key)", from: middle) }
            if let name, let text { map[name] = text }
            key = Int(decoder.nodes[key + 1].next)
        }
        if decoder.problems.count == before, !rule.count.contains(map.count) {
            decoder.note("", "must have at most \(rule.count.upperBound) entries, found \(map.count)")
        }
        return decoder.problems.count == before ? map : nil
    }

    /// Writes the entries by key, so that equal maps are written alike.
    public func write(to encoder: inout PayloadEncoder) {
        encoder.bytes.append(UInt8(ascii: "{"))
        for (position, key) in keys.sorted().enumerated() {
            if position > 0 { encoder.bytes.append(UInt8(ascii: ",")) }
            JSONWriter.string(key, to: &encoder.bytes)
            encoder.bytes.append(UInt8(ascii: ":"))
            JSONWriter.string(self[key, default: ""], to: &encoder.bytes)
        }
        encoder.bytes.append(UInt8(ascii: "}"))
    }

    /// An object whose members are texts.
    public static func schema(_ rule: MapRule) -> JSONDocument {
        var schema: JSONDocument = ["type": "object", "maxProperties": .integer(rule.count.upperBound)]
        schema["propertyNames"] = String.schema(.text(rule.key))
        schema["additionalProperties"] = String.schema(.text(rule.value))
        return schema
    }

    /// An empty map.
    public static func whenAbsent(_ rule: MapRule) -> [String: String]? { [:] }

    /// An empty map is left out.
    public var isOmitted: Bool { isEmpty }
}
