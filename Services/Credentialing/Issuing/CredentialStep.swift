import Contracts

/// One announced step in a credential's life, with the credential as it stood after it.
struct CredentialStep: Hashable, Sendable {
    /// What happened.
    enum Kind: String, Hashable, Sendable {
        case issued
        case corrected
        case lapsed
        case revoked
        case renewalOpened = "renewal-opened"
        case renewed
        case suspended
        case restored
    }

    /// What happened.
    let kind: Kind
    /// The credential after it.
    let credential: Credential

    /// The rule that decides it wherever it happens, if there is one.
    var rule: String? {
        switch kind {
        case .lapsed: Expiry.rule
        case .renewalOpened: RenewalOpening.rule
        case .issued, .corrected, .revoked, .renewed, .suspended, .restored: nil
        }
    }

    /// The event that says so.
    var event: EventType {
        switch kind {
        case .issued: .credentialIssued
        case .corrected: .credentialCorrected
        case .lapsed: .credentialLapsed
        case .revoked: .credentialRevoked
        case .renewalOpened: .renewalOpened
        case .renewed: .credentialRenewed
        case .suspended, .restored: .credentialSuspended
        }
    }
}
