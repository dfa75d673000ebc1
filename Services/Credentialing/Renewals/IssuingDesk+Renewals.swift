import Contracts
import Messaging
import Programmes

/// Renewals and suspensions: what assessment and time bring to a credential that is there.
extension IssuingDesk {
    /// Takes what assessment says of a renewal, and extends its credential or takes that back.
    mutating func decide(_ state: RenewalState, _ item: Item, _ out: inout Decisions) {
        let held = book.credentials[state.credential]
        // Nothing is kept of those who were erased, nor does it bring back what was theirs.
        guard held != nil || book.erasures[state.contractor] == nil else { return }
        let pathway = held.flatMap(find)
        if let held, pathway == nil {
            out.park(item, reason: "version \(held.programmeVersion) of programme \(held.programme) is not published")
            return
        }
        guard book.renewals?.take(state) == true, let held, let pathway else { return }
        let renewals = book.renewals?.renewals(of: held.id) ?? []
        let terms = TermRule.terms(of: held, renewals, pathway.credential)
        let answer = Renewing.apply(terms, to: held, now: context.now)
        if !answer.steps.isEmpty { unsigned[held.id] = pathway }
        take(settle(answer, pathway.credential), Renewing.rule, item, &out)
        if !state.isWithdrawn, held.isRevokedForCause || !terms.contains(where: { $0.renewal == state.renewal }) {
            out.audit(CredentialAudit.entry(Renewal(state), setAside: held), because: item)
        }
    }

    /// Opens the renewal of a credential whose timer came due.
    mutating func open(_ id: Identifier, _ item: Item, _ out: inout Decisions) {
        guard let credential = book.credentials[id], let pathway = find(credential) else { return }
        take(
            settle(Issuing.Answer(credential: credential, steps: []), pathway.credential), RenewalOpening.rule, item,
            &out)
        // A timer that was moved while it fired is set again.
        if let request = book.credentials[id].flatMap({ opening(of: $0, pathway.credential) }) { out.schedule(request) }
    }

    /// Ends the suspension of a credential whose timer came due.
    mutating func restore(_ id: Identifier, _ item: Item, _ out: inout Decisions) {
        guard let credential = book.credentials[id] else { return }
        if let answer = SuspensionEnd.settle(credential, now: context.now) {
            take(answer, SuspensionEnd.rule, item, &out)
        } else if let request = SuspensionEnd.request(for: credential) {
            out.schedule(request)
        }
    }

    /// Adds what `now` brings: its renewal opens, it lapses; and keeps the history of one that was ever renewed.
    mutating func settle(
        _ answer: Issuing.Answer, _ definition: CredentialDefinition?
    ) -> Issuing.Answer {
        var settled = answer
        if let definition, let renewals = book.renewals?.renewals(of: answer.credential.id),
            !answer.credential.isRevokedForCause
        {
            let terms = TermRule.terms(of: answer.credential, renewals, definition)
            if !renewals.isEmpty { book.renewals?.keep(terms, of: answer.credential.id) }
            if let last = terms.last {
                settled = RenewalOpening.settle(settled, last, definition, now: context.now)
                if let renewal = last.renewal, settled.steps.count > answer.steps.count {
                    book.renewals?.open(renewal, at: context.now)
                }
            }
        }
        return Expiry.settle(settled, now: context.now)
    }

    /// The timer of a renewal that is yet to open.
    private func opening(of credential: Credential, _ definition: CredentialDefinition) -> TimerRequest? {
        guard let renewals = book.renewals?.renewals(of: credential.id) else { return nil }
        return TermRule.terms(of: credential, renewals, definition).last
            .flatMap { RenewalOpening.request(for: credential, $0, definition) }
    }

    /// Sets the timers of a credential that changed, beside the one of its expiry.
    func setTimers(_ change: (before: Credential?, after: Credential), _ out: inout Decisions) {
        if change.after.suspension?.until != change.before?.suspension?.until {
            if let request = SuspensionEnd.request(for: change.after) {
                out.schedule(request)
            } else {
                out.cancelTimer(CredentialTimer.suspension.key(of: change.after.id))
            }
        }
        // Nothing is timed where programmes say of no renewal, and nothing is known where no item is about one.
        guard book.renewals != nil, let definition = find(change.after)?.credential, definition.renewalPath != nil
        else { return }
        if let request = opening(of: change.after, definition) {
            out.schedule(request)
        } else if change.before != nil {
            out.cancelTimer(CredentialTimer.renewal.key(of: change.after.id))
        }
    }
}
