import Contracts

/// What becomes of a credential when one of its renewals changes (CRD-05, CRD-06).
///
/// An outcome decision in the sense of lateness: the dates follow from all renewals that are known, and a difference from
/// what was announced is announced, as a renewal where there is one more of them and as a correction otherwise.
enum Renewing {
    /// The rule's name and version in the audit trail.
    static let rule = "credential-renewal/1"

    /// The credential with the dates of its terms.
    static func apply(_ terms: [Term], to held: Credential, now: Timestamp) -> Issuing.Answer {
        // What a person revoked for cause, no renewal gives back.
        if held.isRevokedForCause { return Issuing.Answer(credential: held, steps: []) }
        var credential = held
        credential.follow(terms)
        guard credential != held else { return Issuing.Answer(credential: held, steps: []) }
        if credential.status == .lapsed, credential.validUntil > now {
            credential.status = .valid
            credential.statusSince = now
        }
        credential.sequence += 1
        let kind: CredentialStep.Kind = credential.renewals > held.renewals ? .renewed : .corrected
        return Issuing.Answer(credential: credential, steps: [CredentialStep(kind: kind, credential: credential)])
    }
}
