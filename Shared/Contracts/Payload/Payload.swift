/// The body of a message: a value that describes itself, so that one description serves every use of it.
///
/// From ``visit(_:)`` come the decoder, the encoder, the JSON Schema, the sample and the AsyncAPI entry.
public protocol Payload: ContractValue where Rule == AnyRule {
    /// An empty value, for the decoder to fill.
    init()

    /// Describes every field, in the order in which they are written.
    mutating func visit<V: PayloadVisitor>(_ visitor: inout V)
}
