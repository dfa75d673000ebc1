import Contracts

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
