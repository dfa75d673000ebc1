/// A value that a field of a payload can have.
public protocol ContractValue: Sendable {
    /// What a field may demand of such a value.
    associatedtype Rule: Sendable

    /// The value at a node of the decoder's document, or nil when the decoder has noted what is wrong with it.
    static func read(_ decoder: inout PayloadDecoder, at node: Int, _ rule: Rule) -> Self?

    /// Appends the value's JSON; mutating only because ``Payload/visit(_:)`` is.
    mutating func write(to encoder: inout PayloadEncoder)

    /// The JSON Schema of such a value.
    static func schema(_ rule: Rule) -> JSONDocument

    /// What a field that must be there has when it is not: nil where that is a problem.
    static func whenAbsent(_ rule: Rule) -> Self?

    /// Whether the encoder leaves the field out.
    var isOmitted: Bool { get }
}

extension ContractValue {
    /// A field is there, unless its type says otherwise.
    @inline(__always)
    public static func whenAbsent(_ rule: Rule) -> Self? { nil }

    /// A field is written, unless its type says otherwise.
    @inline(__always)
    public var isOmitted: Bool { false }
}
