/// The body of a message: a value that describes itself, so that one description serves every use of it.
///
/// From ``visit(_:)`` come the decoder, the encoder, the JSON Schema, the sample and the AsyncAPI entry.
public protocol Payload: ContractValue where Rule == AnyRule {
    /// An empty value, for the decoder to fill.
    init()

    /// Whom an outside record is about; nil for one that is about nobody, such as a requisition, and for all else.
    var about: Person? { get }

    /// Describes every field, in the order in which they are written.
    mutating func visit<V: PayloadVisitor>(_ visitor: inout V)
}

extension Payload {
    /// About nobody, unless it says otherwise.
    public var about: Person? { nil }
}
