/// A step of a screening that a credential replaces.
public struct WaivedStep: Payload, Equatable {
    /// The step.
    public var step = ""
    /// The credential.
    public var credential = Identifier(high: 0, low: 0)

    /// An empty value, for the decoder.
    public init() {}

    /// A step and the credential that replaces it.
    public init(step: String, credential: Identifier) {
        self.step = step
        self.credential = credential
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("step", &step, .text(1...64), "The step.", sample: "till-test")
        visitor.field(
            "credential", &credential, .any, "The credential that replaces it.", sample: .sample("credential"))
    }
}
