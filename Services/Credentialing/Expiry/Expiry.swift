import Contracts
import Messaging

/// When a credential lapses (CRD-04).
///
/// The one thing here that is judged by `now`: a valid credential whose last moment has come lapses, by its timer, or
/// at once where it was past already when it was issued or re-dated.
enum Expiry {
    /// The kind of the timer; its key is the credential's id.
    static let timer = "credential-expiry"
    /// The rule's name and version in the audit trail.
    static let rule = "credential-expiry/1"

    /// Adds the lapse, if the credential is valid no more.
    static func settle(_ answer: Issuing.Answer, now: Timestamp) -> Issuing.Answer {
        guard answer.credential.status == .valid, answer.credential.validUntil <= now else { return answer }
        var settled = answer
        settled.credential.status = .lapsed
        settled.credential.statusSince = now
        settled.credential.sequence += 1
        settled.steps.append(CredentialStep(kind: .lapsed, credential: settled.credential))
        return settled
    }

    /// The timer of a credential that is yet to lapse.
    static func request(for credential: Credential) -> TimerRequest? {
        guard credential.status == .valid else { return nil }
        return TimerRequest(
            key: credential.id, kind: timer, due: credential.validUntil, contractor: credential.contractor)
    }
}
