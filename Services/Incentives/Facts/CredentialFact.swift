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
    /// Since when it is revoked for cause.
    var revokedAt: Timestamp?
    /// Every suspension and lift that was told of, by sequence.
    var suspensions = SuspensionHistory()

    /// Whether it was never earned: revoked, because its outcome turned out not to be passed.
    var isVoid: Bool { status == .revoked && revokedAt == nil }

    /// When it gives nothing though its term runs: while it is suspended, and once it is revoked for cause (INC-30).
    var gaps: [SuspensionHistory.Span] {
        var gaps = suspensions.spans
        if let revokedAt { gaps.append(SuspensionHistory.Span(from: revokedAt, until: nil)) }
        return gaps
    }
}

extension CredentialFact {
    /// The fact that an event tells.
    init(_ state: CredentialState) {
        self.init(
            id: state.credential, contractor: state.contractor, programme: state.programme,
            programmeVersion: state.programmeVersion, pathway: state.pathway, offering: state.offering,
            status: state.status, awardedAt: state.awardedAt, validUntil: state.validUntil, sequence: state.sequence,
            revokedAt: state.status == .revoked ? state.revokedAt : nil)
    }
}
