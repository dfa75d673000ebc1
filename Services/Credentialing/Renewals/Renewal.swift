import Contracts

/// A renewal of a credential: an assessment that was passed for it, or a person's grant (CRD-05).
///
/// A fact: which of them count, and for how long, ``TermRule`` says.
struct Renewal: Hashable, Sendable {
    /// The attempt that earned it, or the request that granted it.
    let id: Identifier
    /// The credential.
    let credential: Identifier
    /// Whom it is about.
    var contractor: Identifier
    /// When it was passed or granted.
    var passedAt: Timestamp
    /// The score, in percent; none where a person granted it.
    var score: Decimal6?
    /// Whether a person granted it.
    let isGranted: Bool
    /// Whether a late fact took it back.
    var isWithdrawn = false
    /// The highest sequence that was seen of it.
    var sequence: Int64 = 0
    /// When it was announced that the term which it began can be renewed in its turn.
    var openedAt: Timestamp?
}

extension Renewal {
    /// A renewal as assessment tells it.
    init(_ state: RenewalState) {
        self.init(
            id: state.renewal, credential: state.credential, contractor: state.contractor, passedAt: state.passedAt,
            score: state.score, isGranted: false, isWithdrawn: state.isWithdrawn, sequence: state.sequence)
    }

    /// A renewal that a person asked for.
    init(granted request: CredentialRequest, _ credential: Credential, now: Timestamp) {
        self.init(
            id: request.id, credential: credential.id, contractor: credential.contractor, passedAt: now,
            isGranted: true)
    }

    /// A renewal that the previous version granted and kept on the credential alone.
    init(keptOn credential: Credential, at moment: Timestamp) {
        self.init(
            id: .derived("credential-renewal-kept", credential.id, "\(moment.microseconds)"),
            credential: credential.id, contractor: credential.contractor, passedAt: moment, isGranted: true)
    }
}
