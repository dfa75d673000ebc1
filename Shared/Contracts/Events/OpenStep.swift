/// A step that blocks an onboarding case, and who can do something about it.
public struct OpenStep: Payload, Equatable {
    /// The step, by its id in the programme.
    public var step = ""
    /// What kind of step it is.
    public var kind = ""
    /// The owner role that answers for it.
    public var owner = ""

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        step: String, kind: String, owner: String
    ) {
        self.step = step
        self.kind = kind
        self.owner = owner
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("step", &step, .text(1...100), "The step, by its id in the programme.", sample: "verification")
        visitor.field("kind", &kind, .text(1...100), "What kind of step it is.", sample: "verification")
        visitor.field("owner", &owner, .text(1...100), "The owner role that answers for it.", sample: "operations")
    }
}
