import Contracts

/// The inputs of a decision as the audit trail keeps them: a small JSON object of texts and whole numbers.
struct AuditInputs {
    private var members: [String] = []

    /// A member that is a text; quotation marks, backslashes and control characters are escaped (RFC 8259, section 7).
    mutating func set(_ name: StaticString, _ text: String) {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                escaped.unicodeScalars.append("\\")
                escaped.unicodeScalars.append(scalar)
            case "\0"..<" ":
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        members.append("\"\(name)\":\"\(escaped)\"")
    }

    /// A member that is a whole number.
    mutating func set(_ name: StaticString, _ number: Int64) {
        members.append("\"\(name)\":\(number)")
    }

    /// A member that is an id.
    mutating func set(_ name: StaticString, _ id: Identifier) {
        members.append("\"\(name)\":\"\(id)\"")
    }

    /// A member that is a moment: microseconds since 1970-01-01T00:00:00Z.
    mutating func set(_ name: StaticString, _ moment: Timestamp) {
        set(name, moment.microseconds)
    }

    /// The object.
    var json: String { "{" + members.joined(separator: ",") + "}" }
}
