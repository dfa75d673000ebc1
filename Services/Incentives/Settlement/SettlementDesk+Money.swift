import Contracts
import Messaging
import Programmes

/// Stipends, premiums, payments, and what of all this stands in the ledger.
extension SettlementDesk {
    mutating func settleStipends() -> [Stipends.Due] {
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

    mutating func settlePremiums() {
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
    mutating func owe(
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
    mutating func settlePayments() {
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

    mutating func stand(_ reward: Identifier) {
        standing.insert(reward)
        for kind in [Entry.Kind.stipend, .premium] {
            if let held = book.entries[Entry.id(kind, of: reward)], held.isOpen { wanted.append(held.entry) }
        }
    }

    func isAbandoned(_ allocation: Allocation) -> Bool {
        if standing.contains(allocation.id) { return false }
        return switch allocation.kind {
        case .grant: false
        case .stipend: !Stipends.due(facts.tasks).contains { $0.id == allocation.id }
        case .premium: !uses.contains { $0.id == allocation.id && $0.claim.isBudgeted }
        }
    }

    mutating func settleLedger() {
        let held = book.entries.values.filter { members.contains($0.entry.contractor) }
        for step in Entries.settle(held: Array(held), wanted: wanted, now: context.now) {
            book.put(step)
            postings.append(step.posting)
        }
    }

    mutating func announce(_ stipends: [Stipends.Due], _ out: inout Decisions) {
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
}
