import Contracts
import Database
import Programmes

/// The locked budget lines and the allocations of a batch, moved as rewards ask for money and give it back (INC-24).
struct BudgetBook: Sendable {
    /// A line of a programme over all quarters; what waits, waits for the line.
    struct Line: Hashable, Comparable, Sendable {
        let programme: String
        let name: String

        static func < (left: Line, right: Line) -> Bool {
            (left.programme, left.name) < (right.programme, right.name)
        }
    }

    /// What a reward asks for.
    struct Want: Sendable {
        let id: Identifier
        let kind: Allocation.Kind
        let contractor: Identifier
        let programme: String
        let line: String
        let amount: Money
        /// The moment in the world that decides on the first quarter that may give it.
        let moment: Timestamp
    }

    private(set) var budgets: [Budget.Key: Budget]
    private(set) var allocations: [Identifier: Allocation]
    /// What waits in each line, the first in front.
    private var queues: [Line: [Allocation]] = [:]
    private var known: Set<Budget.Key>
    private var changedBudgets: Set<Budget.Key> = []
    private var changedAllocations: Set<Identifier> = []
    /// Lines where the next in the queue may have become able to get something.
    private var stirred: Set<Line> = []
    private let now: Timestamp

    /// A book of the locked lines, the allocations of the groups at hand, and all that waits in those lines.
    init(budgets: [Budget] = [], allocations: [Allocation] = [], queued: [Allocation] = [], now: Timestamp) {
        self.budgets = Dictionary(uniqueKeysWithValues: budgets.map { ($0.key, $0) })
        known = Set(self.budgets.keys)
        self.allocations = Dictionary(uniqueKeysWithValues: allocations.map { ($0.id, $0) })
        self.now = now
        for waiting in queued { queues[BudgetBook.line(waiting), default: []].append(waiting) }
        for line in queues.keys { queues[line]?.sort(by: BudgetBook.isBefore) }
    }

    /// What a reward is given; the same as before where it was given before, and nil where a line is not locked yet.
    mutating func ask(_ want: Want, _ programme: ProgrammeDefinition?) -> Allocation? {
        if let held = allocations[want.id], held.status != .released {
            if held.status != .queued, held.amount == want.amount { return held }
            if held.status != .queued { release(want.id) }
        }
        let lines = (programme?.budgets ?? []).filter { $0.line == want.line }
        if lines.isEmpty { return keep(want, .unbudgeted) }
        guard lock(lines, want) else { return nil }
        return decide(want, lines)
    }

    private mutating func decide(_ want: Want, _ lines: [BudgetLine]) -> Allocation {
        let first = Quarter(of: want.moment).text
        let last = Quarter(of: now).text
        let usable = lines.filter { $0.amount.currency == want.amount.currency }
            .sorted { $0.quarter.text < $1.quarter.text }
        let open = usable.filter { first <= $0.quarter.text && $0.quarter.text <= last }
        let line = Line(programme: want.programme, name: want.line)
        let isNext = queues[line]?.first.map { $0.id == want.id } ?? true
        if isNext, let budget = open.map({ key($0, want) }).first(where: { fits(want, $0) }) {
            return keep(want, .given, budget)
        }
        let rule = (open.first ?? usable.first ?? lines[0]).shortfall
        return keep(want, rule == .queue && !usable.isEmpty ? .queued : .refused)
    }

    private func fits(_ want: Want, _ key: Budget.Key) -> Bool {
        budgets[key].map { want.amount.minorUnits <= $0.free } ?? false
    }

    /// Whether the lines are locked by this batch; those that are not are made, for the next batch to lock.
    private mutating func lock(_ lines: [BudgetLine], _ want: Want) -> Bool {
        var isLocked = true
        for line in lines {
            let key = key(line, want)
            guard known.contains(key), var budget = budgets[key] else {
                budgets[key] = Budget(key: key, amount: line.amount.minorUnits)
                changedBudgets.insert(key)
                stirred.insert(Line(programme: want.programme, name: want.line))
                isLocked = false
                continue
            }
            let before = budget
            budget.follow(amount: line.amount.minorUnits)
            if budget == before { continue }
            budgets[key] = budget
            changedBudgets.insert(key)
            if budget.free > before.free { stirred.insert(Line(programme: want.programme, name: want.line)) }
        }
        return isLocked
    }

    private func key(_ line: BudgetLine, _ want: Want) -> Budget.Key {
        Budget.Key(
            programme: want.programme, line: line.line, quarter: line.quarter.text, currency: line.amount.currency)
    }

    private mutating func keep(_ want: Want, _ status: Allocation.Status, _ budget: Budget.Key? = nil) -> Allocation {
        let held = allocations[want.id]
        let waited = held?.status == .queued ? held?.queuedAt : nil
        var next = Allocation(
            id: want.id, kind: want.kind, contractor: want.contractor, programme: want.programme, line: want.line,
            quarter: budget?.quarter, amount: want.amount, status: status, moment: want.moment)
        if status == .queued { next.queuedAt = waited ?? now }
        if next.isGiven {
            next.share.held = want.amount.minorUnits
            next.servedAt = waited.map { _ in now }
        }
        put(next)
        return next
    }

    /// How much a reward can come to hold: what it holds, and what is free in the line that gave it.
    func reach(_ id: Identifier) -> Int64 {
        guard let allocation = allocations[id], allocation.isGiven else { return 0 }
        guard let key = allocation.budget else { return allocation.amount.minorUnits }
        return min(allocation.amount.minorUnits, allocation.share.held + (budgets[key]?.free ?? 0))
    }

    /// Holds another part of what was given, or spends of it; what is not held any more is free again.
    ///
    /// Nothing comes to hold more than is in its reach (see ``reach(_:)``).
    mutating func settle(_ id: Identifier, _ share: Allocation.Share) {
        guard var allocation = allocations[id], allocation.isGiven, allocation.share != share,
            share.held <= reach(id)
        else { return }
        allocation.share = share
        put(allocation)
    }

    /// Gives everything back, or leaves the queue.
    mutating func release(_ id: Identifier) {
        guard var allocation = allocations[id], allocation.status != .released else { return }
        allocation.share = Allocation.Share()
        allocation.status = .released
        put(allocation)
    }

    private mutating func put(_ next: Allocation) {
        let held = allocations[next.id]
        if held == next { return }
        let line = BudgetBook.line(next)
        let old = held?.status == .given ? held?.share ?? Allocation.Share() : Allocation.Share()
        if let key = held?.budget ?? next.budget, var budget = budgets[key] {
            budget.move(from: old, to: next.status == .given ? next.share : Allocation.Share())
            budgets[key] = budget
            changedBudgets.insert(key)
            if next.status != .given || next.share.held < old.held { stirred.insert(line) }
        }
        if held?.status == .queued || next.status == .queued {
            queues[line, default: []].removeAll { $0.id == next.id }
            if next.status == .queued { queues[line]?.append(next) } else { stirred.insert(line) }
            queues[line]?.sort(by: BudgetBook.isBefore)
        }
        var next = next
        if next.status != .given { next.quarter = nil }
        allocations[next.id] = next
        changedAllocations.insert(next.id)
    }

    private static func line(_ allocation: Allocation) -> Line {
        Line(programme: allocation.programme, name: allocation.line)
    }

    private static func isBefore(_ left: Allocation, _ right: Allocation) -> Bool {
        (left.queuedAt ?? left.moment, left.id) < (right.queuedAt ?? right.moment, right.id)
    }

    /// Whose turn it is, in lines where something has changed for those who wait.
    var called: [Allocation] {
        stirred.sorted().compactMap { queues[$0]?.first }
    }

    /// Whether lines were made that the next batch has to lock.
    var hasMade: Bool { changedBudgets.contains { !known.contains($0) } }

    /// What is to be written.
    var writes: [Call] {
        var calls: [Call] = []
        let made = changedBudgets.filter { !known.contains($0) }.sorted().compactMap { budgets[$0] }
        if !made.isEmpty { calls.append(BudgetStatements.make(made)) }
        let changed = changedBudgets.filter(known.contains).sorted().compactMap { budgets[$0] }
        if !changed.isEmpty { calls.append(BudgetStatements.write(changed)) }
        let moved = changedAllocations.sorted().compactMap { allocations[$0] }
        if !moved.isEmpty { calls.append(BudgetStatements.write(moved)) }
        return calls
    }

    /// The allocations that the batch moved, for the audit trail.
    var moved: [Allocation] { changedAllocations.sorted().compactMap { allocations[$0] } }
}
