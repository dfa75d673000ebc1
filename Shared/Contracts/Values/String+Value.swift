extension String: ContractValue {
    /// Reads a text of the right length and form.
    @inline(__always)
    public static func read(_ decoder: inout PayloadDecoder, at node: Int, _ rule: TextRule) -> String? {
        let value = decoder.nodes[node]
        // The usual case: plain ASCII without escapes, whose characters are its bytes.
        if value.kind == .string, value.flags.isEmpty, rule.length.contains(Int(value.end &- value.start)),
            rule.form == .free
        {
            return JSONText.string(value, decoder.base)
        }
        return readCarefully(&decoder, node, rule)
    }

    /// Writes it with quotation marks and the escapes that are needed.
    @inline(__always)
    public func write(to encoder: inout PayloadEncoder) {
        JSONWriter.string(self, to: &encoder.bytes)
    }

    @inline(never)
    private static func readCarefully(_ decoder: inout PayloadDecoder, _ node: Int, _ rule: TextRule) -> String? {
        let value = decoder.nodes[node]
        guard value.kind == .string else {
            decoder.note("", "must be a text, found \(decoder.found(node))")
            return nil
        }
        guard !value.flags.contains(.broken) else {
            decoder.note("", "must be valid text")
            return nil
        }
        let text = JSONText.string(value, decoder.base)
        guard let problem = rule.problem(text) else { return text }
        decoder.note("", problem.isWhole ? problem.message : "\(problem.message), found \(decoder.found(node))")
        return nil
    }

    /// A string of a length and form.
    public static func schema(_ rule: TextRule) -> JSONDocument {
        var schema: JSONDocument = ["type": "string"]
        if rule.form.pattern == nil || rule.form == .language {
            if rule.length.lowerBound > 0 { schema["minLength"] = .integer(rule.length.lowerBound) }
            schema["maxLength"] = .integer(rule.length.upperBound)
        }
        if let pattern = rule.form.pattern { schema["pattern"] = .string(pattern) }
        if rule.form == .jsonObject { schema["contentMediaType"] = "application/json" }
        return schema
    }
}
