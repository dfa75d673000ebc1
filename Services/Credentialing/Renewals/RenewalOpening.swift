import Contracts
import Messaging
import Programmes

/// When a credential can be renewed: by itself, some days before it lapses (CRD-05).
///
/// An act, announced once a term and never taken back. One whose moment was past when its cause was recorded is announced
/// at once, with the credential as it then is, so that an attempt made in time counts however late it arrives.
enum RenewalOpening {
    /// The kind of the timer.
    static let timer = "credential-renewal"
    /// The rule's name and version in the audit trail.
    static let rule = "credential-renewal-opening/1"

    /// Adds the opening, if the term can be renewed by now and that was not said yet.
    static func settle(
        _ answer: Issuing.Answer, _ term: Term, _ definition: CredentialDefinition, now: Timestamp
    ) -> Issuing.Answer {
        guard answer.credential.status != .revoked, term.openedAt == nil,
            let opening = TermRule.opening(of: term, definition), opening <= now
        else { return answer }
        var settled = answer
        if term.renewal == nil { settled.credential.renewalOpenedAt = now }
        settled.credential.sequence += 1
        settled.steps.append(CredentialStep(kind: .renewalOpened, credential: settled.credential))
        return settled
    }

    /// The timer of a term that is yet to open.
    static func request(for credential: Credential, _ term: Term, _ definition: CredentialDefinition) -> TimerRequest? {
        guard credential.status == .valid, term.openedAt == nil, let due = TermRule.opening(of: term, definition)
        else { return nil }
        return TimerRequest(
            key: CredentialTimer.renewal.key(of: credential.id), kind: timer, due: due,
            contractor: credential.contractor)
    }
}
