import Contracts
import Messaging
import Programmes

/// Grants and the claims on them.
extension SettlementDesk {
    mutating func settleGrants(_ out: inout Decisions) {
        let terms = Grants.earned(facts, context.programmes) { id in
            book.budgets.allocations[id]?.isGiven == true
        }
        var plans: Set<String> = []
        for terms in terms {
            plans.insert(SettlementDesk.key(terms.programme, terms.plan.id))
            settle(terms, &out)
        }
        let fallen = own(GrantState.self).filter { state in !terms.contains { $0.id == state.grant } }
        for state in fallen {
            end(state, isReplaced: !plans.insert(SettlementDesk.key(state.programme, state.plan)).inserted, &out)
        }
        // Claims that came before their grant wait for it.
        let waiting = Dictionary(grouping: facts.claims.filter { !plans.contains(key(of: $0)) }) { key(of: $0) }
        for claims in waiting.values.sorted(by: { $0[0].id < $1[0].id }) {
            guard let first = claims.first?.value else { continue }
            let history = ClaimHistory(claims, [], nil, limit: 0, isOpen: false, foreign: [])
            for claim in history.claims.values.sorted(by: { $0.id < $1.id }) {
                let grant = GrantTerms.id(contractor: claim.contractor, programme: first.programme, plan: first.grant)
                announce(claim, of: grant, first.programme, first.receipts.first?.amount.currency ?? "", &out)
            }
        }
    }

    mutating func settle(_ earned: GrantTerms, _ out: inout Decisions) {
        let want = BudgetBook.Want(
            id: earned.id, kind: .grant, contractor: earned.contractor, programme: earned.programme,
            line: earned.plan.line, amount: earned.plan.amount, moment: earned.earnedAt)
        guard let allocation = book.budgets.ask(want, programme(earned.programme)) else { return }
        let terms = earned.served(at: allocation.servedAt)
        let isOver = terms.until <= context.now && allocation.isGiven
        let whole = terms.plan.amount.minorUnits
        // A claim that comes late finds what is left in the line, once the rest of the grant was released.
        let reach = book.budgets.reach(terms.id)
        let claims = settled(claims(of: terms), terms, limit: min(whole, reach), allocation.isGiven)
        let kept = min(reach, isOver ? claims.approved + claims.pending : whole)
        if allocation.isGiven {
            book.budgets.settle(
                terms.id, Allocation.Share(held: max(kept, claims.paid), committed: claims.paid))
            if !isOver { out.schedule(Settlement.later(terms.id, "window", for: facts.holder, at: terms.until)) }
        }
        let status: GrantStatus =
            switch allocation.status {
            case .queued: .queued
            case .refused, .released: .refused
            case .given, .unbudgeted: claims.paid >= whole ? .used : isOver ? .ended : .claimable
            }
        enter(claims, terms)
        announce(claims, terms, &out)
        announce(terms, status, paid: claims.paid, &out)
    }

    /// Ends a grant whose cause fell away; what was approved of it stays, and so does what was paid.
    mutating func end(_ state: GrantState, isReplaced: Bool, _ out: inout Decisions) {
        let version = context.programmes.find(programme: state.programme, version: state.programmeVersion)
        var paid: Int64 = 0
        if !isReplaced, let plan = version?.definition.rewards.grants.first(where: { $0.id == state.plan }) {
            var terms = GrantTerms(
                id: state.grant, contractor: state.contractor, programme: state.programme,
                programmeVersion: state.programmeVersion, plan: plan, credential: state.credential,
                earnedAt: state.from, from: state.from, until: state.until)
            terms.isEntitled = false
            let approved = own(ClaimState.self).filter { $0.grant == state.grant }
                .reduce(0) { $0 + $1.approved.minorUnits }
            let claims = settled(claims(of: terms), terms, limit: approved, approved > 0)
            book.budgets.settle(state.grant, Allocation.Share(held: claims.approved, committed: claims.paid))
            if claims.approved == 0 { book.budgets.release(state.grant) }
            enter(claims, terms)
            announce(claims, terms, &out)
            paid = claims.paid
        } else {
            book.budgets.release(state.grant)
        }
        var ended = state
        ended.status = .ended
        ended.paid.minorUnits = paid
        announce(ended, ended.grant, .grant, ended.programme, Grants.rule, ended.programmeVersion, &out)
    }

    /// The claims on a grant, where what was paid stands whatever is learnt later.
    struct SettledClaims {
        var all: [Claim] = []
        var pending: Int64 = 0
        var approved: Int64 { all.reduce(0) { $0 + $1.approved } }
        var paid: Int64 { all.reduce(0) { $0 + $1.paid } }
    }

    func settled(
        _ claims: [Told<ClaimRecorded>], _ terms: GrantTerms, limit: Int64, _ isOpen: Bool
    ) -> SettledClaims {
        let decisions = facts.decisions
        var standing: [Identifier: Claim] = [:]
        while true {
            let history = ClaimHistory(
                claims.filter { standing[$0.id] == nil }, decisions, terms,
                limit: max(0, limit - standing.values.reduce(0) { $0 + $1.approved }), isOpen: isOpen,
                foreign: foreignReceipts)
            let fresh = history.claims.values.compactMap(standingClaim)
            if fresh.isEmpty {
                return SettledClaims(
                    all: (Array(history.claims.values) + standing.values).sorted { $0.id < $1.id },
                    pending: history.pending)
            }
            for claim in fresh { standing[claim.id] = claim }
        }
    }

    /// The claim as it was paid, where the facts would now say otherwise without taking the payment back.
    func standingClaim(_ claim: Claim) -> Claim? {
        guard let held = book.announcements[claim.id]?.state as? ClaimState, held.status == .paid,
            claim.status != .reversed, claim.status != .paid || claim.approved != held.approved.minorUnits
        else { return nil }
        var standing = Claim(id: claim.id, contractor: claim.contractor)
        standing.asked = held.asked.minorUnits
        standing.approved = held.approved.minorUnits
        standing.paid = held.approved.minorUnits
        standing.steps = [Claim.Step(status: .paid, actor: held.actor, reason: held.reason, at: held.at)]
        return standing
    }

    var foreignReceipts: Set<String> {
        Set(book.receipts.filter { !members.contains($0.value) }.map(\.key))
    }

    func claims(of terms: GrantTerms) -> [Told<ClaimRecorded>] {
        let key = SettlementDesk.key(terms.programme, terms.plan.id)
        return facts.claims.filter { self.key(of: $0) == key }
    }

    /// What a claim is on: as its highest revision says.
    func key(of claim: Told<ClaimRecorded>) -> String {
        let newest = facts.claims.filter { $0.id == claim.id }.max { $0.value.revision < $1.value.revision } ?? claim
        return SettlementDesk.key(newest.value.programme, newest.value.grant)
    }

    static func key(_ programme: String, _ plan: String) -> String { "\(programme)\n\(plan)" }

    /// What stands in the ledger for a grant and its claims.
    mutating func enter(_ claims: SettledClaims, _ terms: GrantTerms) {
        guard let allocation = book.budgets.allocations[terms.id], allocation.isGiven else { return }
        let budget = Account.budget(of: terms.programme, allocation)
        let reserved = Account.reserved(of: terms.programme, allocation)
        let currency = terms.plan.amount.currency
        wanted.append(
            Entry(
                .grantReserved, of: terms.id, about: terms.contractor, from: budget, to: reserved,
                Money(minorUnits: allocation.share.held, currency: currency), value: terms.earnedAt))
        for claim in claims.all {
            guard let at = claim.steps.last?.at else { continue }
            let payable = Account.payable(to: claim.contractor)
            wanted.append(
                Entry(
                    .claimApproved, of: claim.id, about: claim.contractor, from: reserved, to: payable,
                    Money(minorUnits: claim.approved, currency: currency), value: at))
            wanted.append(
                Entry(
                    .claimPaid, of: claim.id, about: claim.contractor, from: payable,
                    to: Account.paid(to: claim.contractor), Money(minorUnits: claim.paid, currency: currency),
                    value: at))
        }
    }
}
