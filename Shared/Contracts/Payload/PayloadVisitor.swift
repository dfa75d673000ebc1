/// What goes over the fields of a payload: the decoder, the encoder, the schema writer, the sample maker.
public protocol PayloadVisitor {
    /// A field that is always there.
    mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value
    )

    /// A field that may be absent.
    mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value?, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value?
    )

    /// Something that must hold between fields; judged when each of them is good by itself.
    mutating func check(_ name: StaticString, _ message: StaticString, _ holds: @autoclosure () -> Bool)
}

extension PayloadVisitor {
    /// Only the decoder judges.
    @inline(__always)
    public mutating func check(_ name: StaticString, _ message: StaticString, _ holds: @autoclosure () -> Bool) {}

    /// A nested payload that is always there; its sample is its own.
    @inline(__always)
    public mutating func field<Value: Payload>(_ name: StaticString, _ value: inout Value, _ summary: StaticString) {
        field(name, &value, .any, summary, sample: Value.sample)
    }

    /// A nested payload that may be absent; its sample is its own.
    @inline(__always)
    public mutating func field<Value: Payload>(_ name: StaticString, _ value: inout Value?, _ summary: StaticString) {
        field(name, &value, .any, summary, sample: Value.sample)
    }
}
