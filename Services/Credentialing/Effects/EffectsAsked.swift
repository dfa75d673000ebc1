import Contracts

/// Somebody asks what a credential does for its worker, and why: what comes through the door of it (GOV-25).
struct EffectsAsked: Payload, Equatable {
    /// The type under which it is carried; it never travels.
    static let type = EventType("guildhall.credential-effects.asked.v1")

    var credential = Identifier(high: 0, low: 0)

    init() {}

    init(credential: Identifier) {
        self.credential = credential
    }

    /// Describes the fields, for logs and tests only.
    mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("credential", &credential, .any, "The credential.", sample: Identifier(high: 0, low: 1))
    }
}

/// The answer, ready to be sent.
struct EffectsTold: Payload, Equatable {
    /// The type under which it is carried; it never travels.
    static let type = EventType("guildhall.credential-effects.told.v1")

    /// A JSON document.
    var document = ""

    init() {}

    init(document: String) {
        self.document = document
    }

    /// Describes the fields, for logs and tests only.
    mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("document", &document, .text(0...1_000_000), "The answer.", sample: "{}")
    }
}
