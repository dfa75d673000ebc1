import Contracts

/// One announced step in a credential's life, with the credential as it stood after it.
struct CredentialStep: Hashable, Sendable {
    /// What happened.
    enum Kind: String, Hashable, Sendable {
        case issued
        case corrected
        case lapsed
        case revoked
    }

    /// What happened.
    let kind: Kind
    /// The credential after it.
    let credential: Credential

    /// The event that says so.
    var event: EventType {
        switch kind {
        case .issued: .credentialIssued
        case .corrected: .credentialCorrected
        case .lapsed: .credentialLapsed
        case .revoked: .credentialRevoked
        }
    }
}
