import Contracts
import Messaging

/// A state of a credential, as credentialing told it.
struct ToldCredential: Hashable, Sendable {
    let credential: Identifier
    let sequence: Int64
    let contractor: Identifier
    let programme: String
    let programmeVersion: Int64
    let pathway: String
    let offering: String
    let status: CredentialStatus
    let awardedAt: Timestamp
    let validFrom: Timestamp
    let validUntil: Timestamp
    let suspendedUntil: Timestamp?
    /// Since when a revocation or a suspension holds: when it happened, where that was said, or else when it was told.
    let notedAt: Timestamp

    /// What an event says.
    init(_ state: CredentialState, _ item: Item) {
        self.init(state, at: state.status == .revoked ? state.revokedAt ?? item.time : item.time)
    }

    /// A state told at a time.
    init(_ state: CredentialState, at time: Timestamp) {
        credential = state.credential
        sequence = state.sequence
        contractor = state.contractor
        programme = state.programme
        programmeVersion = state.programmeVersion
        pathway = state.pathway
        offering = state.offering
        status = state.status
        awardedAt = state.awardedAt
        validFrom = state.validFrom
        validUntil = state.validUntil
        suspendedUntil = state.suspendedUntil
        notedAt = time
    }
}
