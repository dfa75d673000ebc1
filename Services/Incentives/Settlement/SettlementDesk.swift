import Contracts
import Messaging
import Programmes

/// Settles the rewards of one person: what the facts earn, what the budgets give, what stands in the ledger, and what is
/// announced of it.
struct SettlementDesk {
    let facts: GroupFacts
    /// The person's premium uses that stand.
    let uses: [PremiumUse]
    /// The ids that count as this person.
    let members: Set<Identifier>
    let context: DecisionContext
    let item: Item
    private(set) var book: SettlementBook
    private(set) var postings: [Posting] = []
    private var wanted: [Entry] = []
    /// What may be paid of stipends and premiums, and to whom.
    private var payable: [Identifier: (contractor: Identifier, left: Money)] = [:]
    /// Rewards that are owed no more, but were paid: what is settled stands.
    private var standing: Set<Identifier> = []

    init(
        facts: GroupFacts, uses: [PremiumUse], members: Set<Identifier>, book: SettlementBook,
        context: DecisionContext, item: Item
    ) {
        self.facts = facts
        self.uses = uses.sorted { ($0.claim.valueAt, $0.id) < ($1.claim.valueAt, $1.id) }
        self.members = members
        self.book = book
        self.context = context
        self.item = item
    }

    /// Settles everything.
    mutating func settle(_ out: inout Decisions) {
        settleGrants(&out)
        let stipends = settleStipends()
        settlePremiums()
        settlePayments()
        settleLedger()
        announce(stipends, &out)
        settleStories(&out)
        settlePriorities(&out)
        schedule(&out)
    }

    // MARK: Grants and claims

    private mutating func settleGrants(_ out: inout Decisions) {
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

    private mutating func settle(_ earned: GrantTerms, _ out: inout Decisions) {
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
    private mutating func end(_ state: GrantState, isReplaced: Bool, _ out: inout Decisions) {
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
    private struct SettledClaims {
        var all: [Claim] = []
        var pending: Int64 = 0
        var approved: Int64 { all.reduce(0) { $0 + $1.approved } }
        var paid: Int64 { all.reduce(0) { $0 + $1.paid } }
    }

    private func settled(
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
    private func standingClaim(_ claim: Claim) -> Claim? {
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

    private var foreignReceipts: Set<String> {
        Set(book.receipts.filter { !members.contains($0.value) }.map(\.key))
    }

    private func claims(of terms: GrantTerms) -> [Told<ClaimRecorded>] {
        let key = SettlementDesk.key(terms.programme, terms.plan.id)
        return facts.claims.filter { self.key(of: $0) == key }
    }

    /// What a claim is on: as its highest revision says.
    private func key(of claim: Told<ClaimRecorded>) -> String {
        let newest = facts.claims.filter { $0.id == claim.id }.max { $0.value.revision < $1.value.revision } ?? claim
        return SettlementDesk.key(newest.value.programme, newest.value.grant)
    }

    private static func key(_ programme: String, _ plan: String) -> String { "\(programme)\n\(plan)" }

    /// What stands in the ledger for a grant and its claims.
    private mutating func enter(_ claims: SettledClaims, _ terms: GrantTerms) {
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

    // MARK: Stipends and premiums

    private mutating func settleStipends() -> [Stipends.Due] {
        var given: [Stipends.Due] = []
        for due in Stipends.due(facts.tasks) {
            let want = BudgetBook.Want(
                id: due.id, kind: .stipend, contractor: due.task.contractor, programme: due.task.programme,
                line: Stipends.line, amount: due.amount, moment: due.task.completedAt)
            guard let allocation = book.budgets.ask(want, programme(due.task.programme)), allocation.isGiven else {
                continue
            }
            given.append(due)
            owe(due.id, .stipend, allocation, due.task.contractor, due.amount, value: due.task.completedAt)
        }
        return given
    }

    private mutating func settlePremiums() {
        for use in uses {
            guard let amount = use.claim.amount, amount.minorUnits > 0 else { continue }
            guard use.claim.isBudgeted else {
                payable[use.id] = (use.claim.contractor, amount)
                continue
            }
            let want = BudgetBook.Want(
                id: use.id, kind: .premium, contractor: use.claim.contractor, programme: use.claim.programme,
                line: Premiums.line, amount: amount, moment: use.claim.valueAt)
            guard let allocation = book.budgets.ask(want, programme(use.claim.programme)), allocation.isGiven else {
                continue
            }
            owe(use.id, .premium, allocation, use.claim.contractor, amount, value: use.claim.valueAt)
        }
    }

    /// Money that is owed as soon as the budget gives it.
    private mutating func owe(
        _ reward: Identifier, _ kind: Entry.Kind, _ allocation: Allocation, _ contractor: Identifier, _ amount: Money,
        value: Timestamp
    ) {
        book.budgets.settle(reward, Allocation.Share(held: amount.minorUnits, committed: amount.minorUnits))
        payable[reward] = (contractor, amount)
        wanted.append(
            Entry(
                kind, of: reward, about: contractor, from: Account.budget(of: allocation.programme, allocation),
                to: Account.payable(to: contractor), amount, value: value))
    }

    /// Payments of what is owed, never more than that; a payment of what is owed no more stands, and shows.
    private mutating func settlePayments() {
        for payment in facts.payments {
            let amount = payment.value.amount
            if let owed = payable[payment.value.reward], owed.left.currency == amount.currency,
                amount.minorUnits <= owed.left.minorUnits
            {
                payable[payment.value.reward]?.left.minorUnits -= amount.minorUnits
                wanted.append(
                    Entry(
                        .payment, of: payment.id, about: owed.contractor, from: Account.payable(to: owed.contractor),
                        to: Account.paid(to: owed.contractor), amount, value: payment.value.eventTime))
            } else if let held = book.entries[Entry.id(.payment, of: payment.id)], held.isOpen,
                payable[payment.value.reward] == nil
            {
                wanted.append(held.entry)
                stand(payment.value.reward)
            }
        }
        // What is owed no more gives its money back to the line.
        for allocation in book.budgets.allocations.values.sorted(by: { $0.id < $1.id })
        where members.contains(allocation.contractor) && allocation.kind != .grant && isAbandoned(allocation) {
            book.budgets.release(allocation.id)
        }
    }

    private mutating func stand(_ reward: Identifier) {
        standing.insert(reward)
        for kind in [Entry.Kind.stipend, .premium] {
            if let held = book.entries[Entry.id(kind, of: reward)], held.isOpen { wanted.append(held.entry) }
        }
    }

    private func isAbandoned(_ allocation: Allocation) -> Bool {
        if standing.contains(allocation.id) { return false }
        return switch allocation.kind {
        case .grant: false
        case .stipend: !Stipends.due(facts.tasks).contains { $0.id == allocation.id }
        case .premium: !uses.contains { $0.id == allocation.id && $0.claim.isBudgeted }
        }
    }

    private mutating func settleLedger() {
        let held = book.entries.values.filter { members.contains($0.entry.contractor) }
        for step in Entries.settle(held: Array(held), wanted: wanted, now: context.now) {
            book.put(step)
            postings.append(step.posting)
        }
    }

    private mutating func announce(_ stipends: [Stipends.Due], _ out: inout Decisions) {
        var given: Set<Identifier> = []
        for due in stipends {
            guard let entry = book.entries[Entry.id(.stipend, of: due.id)] else { continue }
            given.insert(due.id)
            announce(
                StipendState(
                    stipend: due.id, contractor: due.task.contractor, programme: due.task.programme,
                    programmeVersion: due.task.programmeVersion, task: due.task.task, amount: due.amount,
                    posting: entry.posting(at: context.now).id, isReturned: false, sequence: 0),
                due.id, .stipend, due.task.programme, Stipends.rule, due.task.programmeVersion, &out)
        }
        for state in own(StipendState.self)
        where !given.contains(state.stipend) && !state.isReturned && !standing.contains(state.stipend) {
            var returned = state
            returned.isReturned = true
            announce(
                returned, returned.stipend, .stipend, returned.programme, Stipends.rule, returned.programmeVersion,
                &out)
        }
    }

    // MARK: Stories and priorities

    private mutating func settleStories(_ out: inout Decisions) {
        let stories = Stories.settle(facts, context.programmes) { book.announcements[$0]?.state as? StoryState }
        for story in stories {
            announce(
                story, story.story, .story, story.programme, Stories.rule, story.programmeVersion, &out)
        }
        for held in own(StoryState.self)
        where held.status == .offered && !stories.contains(where: { $0.story == held.story }) {
            var withdrawn = held
            withdrawn.status = .withdrawn
            announce(
                withdrawn, held.story, .story, held.programme, Stories.rule, held.programmeVersion, &out)
        }
    }

    private mutating func settlePriorities(_ out: inout Decisions) {
        let priorities = Priorities.settle(facts, context.programmes, now: context.now)
        for priority in priorities {
            announce(
                priority, priority.priority, .priority, priority.programme, Priorities.rule,
                priority.programmeVersion, &out)
        }
        for held in own(PriorityState.self) where !priorities.contains(where: { $0.priority == held.priority }) {
            var ended = held
            ended.isRehireEligible = false
            ended.hasBriefPriority = false
            announce(
                ended, held.priority, .priority, held.programme, Priorities.rule, held.programmeVersion, &out)
        }
    }

    // MARK: Announcing

    private mutating func announce(_ claims: SettledClaims, _ terms: GrantTerms, _ out: inout Decisions) {
        for claim in claims.all {
            announce(claim, of: terms.id, terms.programme, terms.plan.amount.currency, &out)
        }
    }

    private mutating func announce(
        _ claim: Claim, of grant: Identifier, _ programme: String, _ currency: String, _ out: inout Decisions
    ) {
        guard let state = claim.state(of: grant, currency: currency) else { return }
        announce(state, state.claim, .claim, programme, ClaimPolicy.actor, nil, &out)
    }

    private mutating func announce(
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
    private mutating func announce<State: Announced>(
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

    private func own<State: Announced>(_ type: State.Type) -> [State] {
        book.announcements.values.filter { members.contains($0.contractor) }.sorted { $0.id < $1.id }
            .compactMap { $0.state as? State }
    }

    private func programme(_ id: String) -> ProgrammeDefinition? {
        context.programmes.find(programme: id)?.definition
    }

    /// What is to be looked at again: what waits for a quarter, a suspension that ends, a line that was just made.
    private func schedule(_ out: inout Decisions) {
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
