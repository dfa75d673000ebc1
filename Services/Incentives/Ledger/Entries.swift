import Contracts

/// The difference between what stands in the ledger and what is to stand there (INC-23).
enum Entries {
    /// An entry as it is to be kept, with the posting that brings the ledger there.
    struct Step: Hashable, Sendable {
        let held: HeldEntry
        let posting: Posting
    }

    /// The steps from the entries that are held to those that are wanted: first what comes back, then what is new.
    static func settle(held: [HeldEntry], wanted: [Entry], now: Timestamp) -> [Step] {
        var current = Dictionary(held.map { ($0.entry.id, $0) }) { first, _ in first }
        let wanted = Dictionary(wanted.filter { $0.amount.minorUnits > 0 }.map { ($0.id, $0) }) { first, _ in first }
        var steps: [Step] = []
        for entry in held.sorted(by: { $0.entry.id < $1.entry.id }) where entry.isOpen {
            if let same = wanted[entry.entry.id], same.says(the: entry.entry) { continue }
            let back = HeldEntry(entry: entry.entry, isOpen: false, sequence: entry.sequence + 1)
            let cause = "\(entry.entry.kind.rawValue):\(entry.entry.id):\(back.sequence)"
            steps.append(Step(held: back, posting: entry.posting(at: now).reversed(because: cause, at: now)))
            current[entry.entry.id] = back
        }
        for (id, entry) in wanted.sorted(by: { $0.key < $1.key }) where current[id]?.isOpen != true {
            let next = HeldEntry(entry: entry, isOpen: true, sequence: (current[id]?.sequence ?? 0) + 1)
            steps.append(Step(held: next, posting: next.posting(at: now)))
        }
        return steps
    }
}
