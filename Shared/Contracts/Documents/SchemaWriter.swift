/// Makes the JSON Schema of a payload from its description.
struct SchemaWriter: PayloadVisitor {
    private var properties: [JSONValue.Member] = []
    private var required: [JSONValue] = []

    /// The schema of an object: unknown fields are allowed, since a field may be added at any time.
    static func schema<Value: Payload>(of type: Value.Type) -> JSONValue {
        var writer = SchemaWriter()
        var value = Value()
        value.visit(&writer)
        var schema: JSONValue = ["type": "object"]
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

    private mutating func add(_ name: StaticString, _ schema: JSONValue, _ summary: StaticString) {
        var described: JSONValue = ["description": .string("\(summary)")]
        if case .object(let members) = schema {
            for member in members { described[member.key] = member.value }
        }
        properties.append(JSONValue.Member("\(name)", described))
    }

    /// A field that may be absent may as well be null.
    private func nullable(_ schema: JSONValue) -> JSONValue {
        var schema = schema
        if let type = schema["type"] { schema["type"] = .array([type, "null"]) }
        if case .array(let words) = schema["enum"] { schema["enum"] = .array(words + [.null]) }
        return schema
    }
}
