import Contracts
import Database
import Messaging

/// The facts of one table that a batch touches: folds what was told into what is known, and notes which months changed.
struct FactBook<Kind: Fact> {
    private var known: [Identifier: Kind] = [:]
    private let found: Set<Identifier>
    private var changed: Set<Identifier> = []

    /// The query that loads what some tellings touch.
    static func query(_ told: [Kind]) -> Call { query(ids: told.map(\.id)) }

    /// The query that loads the facts of some ids.
    static func query(ids: [Identifier]) -> Call { Call(Kind.load, [.uuids(ids.sortedUnique())]) }

    /// A book of loaded rows.
    init(_ rows: Rows?) throws {
        let facts = try rows?.map { try Kind($0) } ?? []
        found = Set(facts.map(\.id))
        for fact in facts { known[fact.id] = fact }
    }

    /// Makes room for so many further facts.
    mutating func expect(_ count: Int) {
        known.reserveCapacity(known.count + count)
        changed.reserveCapacity(count)
    }

    /// Takes a telling in.
    mutating func tell(_ fact: Kind, now: Timestamp, _ periods: inout PeriodBook) {
        changed.insert(fact.id)
        guard var merged = known[fact.id] else {
            known[fact.id] = fact
            periods.count(Kind.figure, at: fact.countedAt, now: now)
            return
        }
        let before = merged.countedAt
        merged.merge(fact)
        known[fact.id] = merged
        if merged.countedAt != before { periods.move(Kind.figure, from: before, to: merged.countedAt) }
    }

    /// Whether this telling, or a later one, of the fact is known already.
    func isKnown(_ fact: Kind) -> Bool {
        known[fact.id].map { $0.order >= fact.order } ?? false
    }

    /// Writes what changed.
    func write(_ out: inout Decisions) {
        for call in Call.changes(
            changed, found: found, in: known, insert: Kind.insert, update: Kind.upsert, Kind.parameters)
        { out.write(call) }
    }
}
