import Contracts
import LinkedData

/// Something that a credential does for a worker, by a rule that is written down (GOV-25).
struct CredentialEffect: Hashable, Sendable {
    /// What the rule is about.
    enum Kind: String, Hashable, Sendable {
        case gate
        case screening
        case onboarding
        case prerequisite
        case pool
        case tier
        case premium
        case grant
        case story
        case priority
        case renewal
    }

    /// What the rule is about.
    let kind: Kind
    /// The rule's id in its programme.
    let id: String
    /// What it opens, in words.
    let opens: String
    /// What ends it, in words.
    let ends: String
    /// Why there is such a rule, in the programme's own words.
    var basis: String?
    /// The version of the programme that says so.
    let programmeVersion: Int64
    /// Whether the credential brings it at this moment.
    let isInForce: Bool

    /// It, as the answer tells it.
    var json: JSON {
        var members: [String: JSON] = [
            "kind": .text(kind.rawValue), "rule": .text(id), "opens": .text(opens), "ends": .text(ends),
            "programmeVersion": .integer(programmeVersion), "inForce": .truth(isInForce),
        ]
        if let basis { members["basis"] = .text(basis) }
        return .object(members)
    }
}
