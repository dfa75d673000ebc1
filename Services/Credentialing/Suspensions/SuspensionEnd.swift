import Contracts
import Messaging

/// When a suspension is over: at its end, or before, when somebody lifts it (CRD-08).
enum SuspensionEnd {
    /// The kind of the timer.
    static let timer = "credential-suspension"
    /// The rule's name and version in the audit trail.
    static let rule = "credential-suspension/1"

    /// The credential whose suspension has come to its end; nil as long as it has not, or where there is none.
    static func settle(_ credential: Credential, now: Timestamp) -> Issuing.Answer? {
        guard let suspension = credential.suspension, suspension.until <= now else { return nil }
        return restore(credential)
    }

    /// The credential without its suspension.
    static func restore(_ credential: Credential) -> Issuing.Answer {
        var restored = credential
        restored.suspension = nil
        restored.sequence += 1
        return Issuing.Answer(
            credential: restored, steps: [CredentialStep(kind: .restored, credential: restored)])
    }

    /// The timer of a suspension.
    static func request(for credential: Credential) -> TimerRequest? {
        credential.suspension.map {
            TimerRequest(
                key: CredentialTimer.suspension.key(of: credential.id), kind: timer, due: $0.until,
                contractor: credential.contractor)
        }
    }
}
