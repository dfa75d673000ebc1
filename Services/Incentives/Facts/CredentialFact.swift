import Contracts

/// A credential as credentialing last told of it: the highest sequence, whatever arrived after it.
struct CredentialFact: Hashable, Sendable {
    let id: Identifier
    var contractor: Identifier
    var programme: String
    var programmeVersion: Int64
    var pathway: String
    var offering: String
    var status: CredentialStatus
    var awardedAt: Timestamp
    var validUntil: Timestamp
    var sequence: Int64
}

extension CredentialFact {
    /// The fact that an event tells.
    init(_ state: CredentialState) {
        self.init(
            id: state.credential, contractor: state.contractor, programme: state.programme,
            programmeVersion: state.programmeVersion, pathway: state.pathway, offering: state.offering,
            status: state.status, awardedAt: state.awardedAt, validUntil: state.validUntil, sequence: state.sequence)
    }
}
