extension Decimal6: ContractValue {
    /// Reads a number with at most six decimals, exactly.
    public static func read(_ decoder: inout PayloadDecoder, at node: Int, _ rule: DecimalRule) -> Decimal6? {
        guard decoder.nodes[node].kind == .number else {
            decoder.note("", "must be a number, found \(decoder.found(node))")
            return nil
        }
        switch NumberText.read(decoder.raw(node), places: 6) {
        case .value(let millionths):
            let value = Decimal6(millionths: millionths)
            if value >= Decimal6(rule.range.lowerBound), value <= Decimal6(rule.range.upperBound) { return value }
            decoder.note("", "must be a number \(range(rule)), found \(decoder.found(node))")
        case .tooFine:
            decoder.note("", "must have at most six decimals, found \(decoder.found(node)): round it")
        case .tooLarge, .invalid:
            decoder.note("", "must be a number \(range(rule)), found \(decoder.found(node))")
        }
        return nil
    }

    /// Writes the shortest exact number.
    public func write(to encoder: inout PayloadEncoder) {
        append(to: &encoder.bytes)
    }

    /// A number between two bounds.
    public static func schema(_ rule: DecimalRule) -> JSONDocument {
        [
            "type": "number", "minimum": .integer(rule.range.lowerBound), "maximum": .integer(rule.range.upperBound),
            "$comment": "at most six decimals",
        ]
    }

    private static func range(_ rule: DecimalRule) -> String {
        "from \(rule.range.lowerBound) to \(rule.range.upperBound)"
    }
}
