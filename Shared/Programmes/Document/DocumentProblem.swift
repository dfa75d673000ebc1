/// Something in a YAML document that cannot stand, where it is, and the way out.
public struct DocumentProblem: Hashable, Sendable {
    /// 1 and up.
    public let line: Int
    /// 1 and up, counted in characters.
    public let column: Int
    /// Keys and positions from the top, such as `pathways[0].offerings[2].starts`; empty for the whole document.
    public let path: String
    /// A short name of the rule, the same for the same rule in every document.
    public let rule: String
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let remedy: String

    /// A problem of these parts.
    public init(line: Int, column: Int, path: String, rule: String, message: String, remedy: String) {
        self.line = line
        self.column = column
        self.path = path
        self.rule = rule
        self.message = message
        self.remedy = remedy
    }
}

extension DocumentProblem: CustomStringConvertible {
    /// One line for a person: place, what is wrong, the rule, the way out.
    public var description: String {
        let place = path.isEmpty ? "" : "\(path): "
        return "\(line):\(column): \(place)\(message) [\(rule)] \(remedy)"
    }
}
