import Contracts

/// An event that was read, and which delivery it came with.
struct Waiting: Sendable {
    let arrival: Arrival
    /// The number of its delivery, in the order in which they were read.
    let delivery: Int
    /// Whether it came back so often that it may be what kills the process.
    let isSuspect: Bool

    /// Whether nothing else may be in work with it: a link changes who is loaded with whom.
    var goesAlone: Bool { isSuspect || arrival.isLink }

    /// The number of its contractor's partition; that after the last for what is about nobody.
    var lane: Int { arrival.item?.contractor.map { Partition(of: $0).number } ?? Partition.count }
}

/// What waits of one partition, in order.
struct Lane: Sendable {
    var items: [Waiting] = []

    /// The delivery that has waited longest.
    var since: Int { items.first?.delivery ?? .max }

    /// Positions of what is about nobody who is busy.
    func free(beside busy: Set<Identifier?>, atMost most: Int) -> [Int] {
        if busy.isEmpty { return Array(items.indices.prefix(most)) }
        return Array(items.indices.lazy.filter { !busy.contains(items[$0].arrival.item?.contractor) }.prefix(most))
    }

    /// Takes out what stands at ascending positions.
    mutating func remove(_ positions: [Int]) -> [Waiting] {
        let taken = positions.map { items[$0] }
        if positions.last == positions.count - 1 {
            items.removeFirst(positions.count)
        } else {
            let chosen = Set(positions)
            items = items.indices.filter { !chosen.contains($0) }.map { items[$0] }
        }
        return taken
    }
}
