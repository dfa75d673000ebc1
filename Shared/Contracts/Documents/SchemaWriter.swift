/// Makes the JSON Schema of a payload from its description.
struct SchemaWriter: PayloadVisitor {
    private var properties: [JSONDocument.Member] = []
    private var required: [JSONDocument] = []

    /// The schema of an object: unknown fields are allowed, since a field may be added at any time.
    static func schema<Value: Payload>(of type: Value.Type) -> JSONDocument {
        var writer = SchemaWriter()
        var value = Value()
        value.visit(&writer)
        var schema: JSONDocument = ["type": "object"]
        schema["properties"] = .object(writer.properties)
        if !writer.required.isEmpty { schema["required"] = .array(writer.required) }
        return schema
    }

    mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value
    ) {
        let absent = Value.whenAbsent(rule)
        if absent == nil { required.append(.string("\(name)")) }
        let schema = Value.schema(rule)
        add(name, absent == nil ? schema : nullable(schema), summary)
    }

    mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value?, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value?
    ) {
        add(name, nullable(Value.schema(rule)), summary)
    }

    private mutating func add(_ name: StaticString, _ schema: JSONDocument, _ summary: StaticString) {
        var described: JSONDocument = ["description": .string("\(summary)")]
        if case .object(let members) = schema {
            for member in members { described[member.key] = member.value }
        }
        properties.append(JSONDocument.Member("\(name)", described))
    }

    /// A field that may be absent may as well be null.
    private func nullable(_ schema: JSONDocument) -> JSONDocument {
        var schema = schema
        if let type = schema["type"] { schema["type"] = .array([type, "null"]) }
        if case .array(let words) = schema["enum"] { schema["enum"] = .array(words + [.null]) }
        return schema
    }
}
