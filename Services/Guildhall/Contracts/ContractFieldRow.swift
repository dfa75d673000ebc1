import Contracts

/// A field of a contract, as a person reads it.
struct ContractFieldRow {
    /// `data.rate.currency`.
    var path: String
    /// `text`, `whole number`, `one of given, withdrawn`.
    var kind: String
    /// Whether it must be there.
    var isRequired: Bool
    /// What it says.
    var description: String

    /// The fields of an object's schema.
    static func rows(of schema: JSONDocument, below path: String) -> [ContractFieldRow] {
        guard case .object(let members)? = schema["properties"] else { return [] }
        var required: [JSONDocument] = []
        if case .array(let names)? = schema["required"] { required = names }
        return members.flatMap { member -> [ContractFieldRow] in
            let row = ContractFieldRow(
                path: "\(path).\(member.key)", kind: kind(of: member.value),
                isRequired: required.contains(.string(member.key)), description: text(member.value["description"]))
            let inner = member.value["items"].map { rows(of: $0, below: "\(row.path)[]") }
            return [row] + rows(of: member.value, below: row.path) + (inner ?? [])
        }
    }

    private static func kind(of schema: JSONDocument) -> String {
        if case .array(let words)? = schema["enum"] {
            return "one of " + words.filter { $0 != .null }.map { text($0) }.joined(separator: ", ")
        }
        var type = schema["type"] ?? .null
        if case .array(let types) = type { type = types.first ?? .null }
        switch (text(type), text(schema["format"])) {
        case ("string", "date-time"): return "moment"
        case ("string", "date"): return "day"
        case ("string", "uuid"): return "UUID"
        case ("string", _): return "text" + length(schema)
        case ("integer", _): return "whole number"
        case ("number", _): return "decimal number"
        case ("boolean", _): return "true or false"
        case ("array", _): return "list"
        default: return "object"
        }
    }

    private static func length(_ schema: JSONDocument) -> String {
        guard case .number(let most)? = schema["maxLength"] else { return "" }
        return " up to \(most)"
    }

    private static func text(_ document: JSONDocument?) -> String {
        if case .string(let text)? = document { text } else { "" }
    }
}
