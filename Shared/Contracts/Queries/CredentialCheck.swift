/// One thing that was looked at to answer a question.
public struct CredentialCheck: Payload, Equatable {
    /// What it is called.
    public var name = ""
    /// What came out.
    public var outcome = CredentialCheckOutcome.unknown
    /// In a few words.
    public var detail = ""

    /// An empty value, for the decoder.
    public init() {}

    /// A check with its outcome.
    public init(_ name: String, _ outcome: CredentialCheckOutcome, _ detail: String) {
        self.name = name
        self.outcome = outcome
        self.detail = detail
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("name", &name, .text(1...64), "What it is called.", sample: "status")
        visitor.field("outcome", &outcome, .any, "What came out.", sample: .passed)
        visitor.field("detail", &detail, .text(0...1000), "In a few words.", sample: "not revoked")
    }
}
