extension Array: ContractValue where Element: ContractValue {
    /// Reads a list.
    public static func read(
        _ decoder: inout PayloadDecoder, at node: Int, _ rule: ListRule<Element.Rule>
    ) -> [Element]? {
        guard decoder.nodes[node].kind == .array else {
            decoder.note("", "must be a list, found \(decoder.found(node))")
            return nil
        }
        let end = Int(decoder.nodes[node].next)
        var list: [Element] = []
        var element = node + 1
        var number = 0
        while element < end {
            let before = decoder.problems.count
            if let value = Element.read(&decoder, at: element, rule.element) { list.append(value) }
            if decoder.problems.count > before { decoder.prefix("[\(number)]", from: before) }
            number += 1
            element = Int(decoder.nodes[element].next)
        }
        guard rule.count.contains(number) else {
            decoder.note(
                "", "must have \(rule.count.lowerBound) to \(rule.count.upperBound) elements, found \(number)")
            return nil
        }
        return list.count == number ? list : nil
    }

    /// Writes a list.
    public mutating func write(to encoder: inout PayloadEncoder) {
        encoder.bytes.append(UInt8(ascii: "["))
        for position in indices {
            if position > startIndex { encoder.bytes.append(UInt8(ascii: ",")) }
            self[position].write(to: &encoder)
        }
        encoder.bytes.append(UInt8(ascii: "]"))
    }

    /// A list of elements.
    public static func schema(_ rule: ListRule<Element.Rule>) -> JSONDocument {
        var schema: JSONDocument = ["type": "array"]
        if rule.count.lowerBound > 0 { schema["minItems"] = .integer(rule.count.lowerBound) }
        schema["maxItems"] = .integer(rule.count.upperBound)
        schema["items"] = Element.schema(rule.element)
        return schema
    }

    /// An empty list, unless an element is needed.
    public static func whenAbsent(_ rule: ListRule<Element.Rule>) -> [Element]? {
        rule.count.lowerBound == 0 ? [] : nil
    }

    /// An empty list is left out.
    public var isOmitted: Bool { isEmpty }
}
