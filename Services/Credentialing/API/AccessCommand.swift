import Contracts

/// A worker lets a system read their credentials, or such a leave ends: what comes through the door of it.
struct AccessCommand: Payload, Equatable {
    /// What is done.
    enum Act: String, ContractWord {
        case allow
        case revoke
    }

    /// The type under which it is carried; it never travels.
    static let type = EventType("guildhall.credential-access.commanded.v1")

    var act = Act.allow
    var client = ""
    /// All that one consent leads to.
    var family = Identifier(high: 0, low: 0)
    /// The worker; none where a system ends its own leave.
    var contractor: Identifier?
    /// SHA-256 of the code, in base 64 for addresses.
    var codeHash = ""
    var redirectURI = ""
    var challenge = ""
    var scopes: [String] = []
    /// Why a leave ends.
    var reason = ""

    init() {}

    /// Describes the fields, for logs and tests only.
    mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("act", &act, .any, "What is done.", sample: .allow)
        visitor.field("client", &client, .text(0...100), "The system.", sample: "host")
        visitor.field("family", &family, .any, "All that one consent leads to.", sample: Identifier(high: 0, low: 1))
        visitor.field("contractor", &contractor, .any, "The worker.", sample: nil)
        visitor.field("codeHash", &codeHash, .text(0...64), "SHA-256 of the code.", sample: "")
        visitor.field("redirectURI", &redirectURI, .text(0...2000), "Where the code is sent.", sample: "")
        visitor.field("challenge", &challenge, .text(0...128), "What the verifier has to fit.", sample: "")
        visitor.field("scopes", &scopes, .list(0...10, of: .text(1...200)), "What is allowed.", sample: [])
        visitor.field("reason", &reason, .text(0...200), "Why a leave ends.", sample: "")
    }
}
