import Contracts
import Messaging
import Programmes

/// What is said of all this, and what is to be looked at again.
extension SettlementDesk {
    mutating func announce(_ claims: SettledClaims, _ terms: GrantTerms, _ out: inout Decisions) {
        for claim in claims.all {
            announce(claim, of: terms.id, terms.programme, terms.plan.amount.currency, &out)
        }
    }

    mutating func announce(
        _ claim: Claim, of grant: Identifier, _ programme: String, _ currency: String, _ out: inout Decisions
    ) {
        guard let state = claim.state(of: grant, currency: currency) else { return }
        announce(state, state.claim, .claim, programme, ClaimPolicy.actor, nil, &out)
    }

    mutating func announce(
        _ terms: GrantTerms, _ status: GrantStatus, paid: Int64, _ out: inout Decisions
    ) {
        let state = GrantState(
            grant: terms.id, contractor: terms.contractor, programme: terms.programme,
            programmeVersion: terms.programmeVersion, plan: terms.plan.id, credential: terms.credential,
            status: status, amount: terms.plan.amount,
            paid: Money(minorUnits: paid, currency: terms.plan.amount.currency), from: terms.from,
            until: terms.until, sequence: 0)
        announce(state, terms.id, .grant, terms.programme, Grants.rule, terms.programmeVersion, &out)
    }

    /// Announces a state where it differs from what was announced last.
    mutating func announce<State: Announced>(
        _ state: State, _ id: Identifier, _ kind: Announcement.Kind, _ programme: String, _ rule: String,
        _ version: Int64?, _ out: inout Decisions
    ) {
        let held = book.announcements[id]?.state as? State
        var state = state
        state.sequence = held?.sequence ?? 0
        if let held, held == state { return }
        state.sequence += 1
        let contractor = SettlementAudit.contractor(of: state) ?? facts.holder
        book.put(
            Announcement(
                id: id, kind: kind, contractor: contractor, programme: programme, sequence: state.sequence,
                state: state))
        out.emit(SettlementAudit.event(of: state, kind), state, about: contractor, because: item)
        out.audit(
            SettlementAudit.entry(state, id, kind, contractor, rule, programme, version), because: item)
    }

    func own<State: Announced>(_ type: State.Type) -> [State] {
        book.announcements.values.filter { members.contains($0.contractor) }.sorted { $0.id < $1.id }
            .compactMap { $0.state as? State }
    }

    func programme(_ id: String) -> ProgrammeDefinition? {
        context.programmes.find(programme: id)?.definition
    }

    /// What is to be looked at again: what waits for a quarter, a suspension that ends, a line that was just made.
    func schedule(_ out: inout Decisions) {
        let waits = book.budgets.allocations.values.contains {
            $0.status == .queued && members.contains($0.contractor)
        }
        if waits, let quarter = Settlement.nextQuarter(after: context.now) {
            out.schedule(Settlement.later(facts.holder, "quarter", for: facts.holder, at: quarter))
        }
        for credential in facts.credentials {
            for gap in credential.suspensions.spans {
                guard let until = gap.until, context.now < until, gap.from <= context.now else { continue }
                out.schedule(Settlement.later(credential.id, "suspension", for: facts.holder, at: until))
            }
        }
        if book.budgets.hasMade { out.schedule(Settlement.next(for: facts.holder, now: context.now)) }
    }
}
