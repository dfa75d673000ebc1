/// Names as Prometheus accepts them.
enum MetricName {
    /// The name with every character that Prometheus does not accept replaced by an underscore.
    static func sanitized(_ name: String, colons: Bool = true) -> String {
        var result = String(
            name.map { character -> Character in
                let isWord = character.isASCII && (character.isLetter || character.isNumber || character == "_")
                return isWord || (colons && character == ":") ? character : "_"
            })
        if result.first?.isNumber ?? true { result = "_" + result }
        return result
    }

    /// The name with an ending, unless it has it already.
    static func sanitized(_ name: String, ending: String) -> String {
        let name = sanitized(name)
        return name.hasSuffix(ending) ? name : name + ending
    }
}
