extension Int64: ContractValue {
    /// Reads a whole number, however it is written.
    @inline(__always)
    public static func read(_ decoder: inout PayloadDecoder, at node: Int, _ rule: IntegerRule) -> Int64? {
        let outcome = decoder.nodes[node].kind == .number ? NumberText.read(decoder.raw(node), places: 0) : .invalid
        if case .value(let value) = outcome, rule.range.contains(value) { return value }
        refuse(&decoder, node, rule, outcome)
        return nil
    }

    /// Writes its digits.
    @inline(__always)
    public func write(to encoder: inout PayloadEncoder) {
        JSONWriter.integer(self, to: &encoder.bytes)
    }

    /// An integer between two bounds.
    public static func schema(_ rule: IntegerRule) -> JSONDocument {
        ["type": "integer", "minimum": .integer(rule.range.lowerBound), "maximum": .integer(rule.range.upperBound)]
    }

    @inline(never)
    private static func refuse(
        _ decoder: inout PayloadDecoder, _ node: Int, _ rule: IntegerRule, _ outcome: NumberText.Outcome
    ) {
        let range =
            rule.range.upperBound == .max
            ? "of \(rule.range.lowerBound) or more, up to 9223372036854775807"
            : "from \(rule.range.lowerBound) to \(rule.range.upperBound)"
        let wanted = outcome == .invalid ? "must be a whole number" : "must be a whole number \(range)"
        decoder.note("", "\(wanted), found \(decoder.found(node))")
    }
}
