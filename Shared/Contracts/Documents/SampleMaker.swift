/// Fills a payload with the samples of its description.
struct SampleMaker: PayloadVisitor {
    mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value
    ) {
        value = sample()
    }

    mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value?, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value?
    ) {
        value = sample()
    }
}

extension Payload {
    /// The sample of the description.
    public static var sample: Self {
        var value = Self()
        var maker = SampleMaker()
        value.visit(&maker)
        return value
    }

    /// The JSON Schema of the description.
    public static var schema: JSONDocument {
        SchemaWriter.schema(of: self)
    }
}
