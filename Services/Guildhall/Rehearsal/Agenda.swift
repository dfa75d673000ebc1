import Contracts

/// What happens when, on the virtual clock; what happens at one moment keeps the order in which it was put down.
struct Agenda: Sendable {
    private var acts: [Timestamp: [Act]] = [:]
    private var moments: [Timestamp] = []
    /// How many there are, done or not.
    private(set) var count = 0

    /// Puts something down.
    mutating func add(_ act: Act, at moment: Timestamp) {
        if acts[moment] == nil {
            let place = moments.firstIndex { $0 > moment } ?? moments.endIndex
            moments.insert(moment, at: place)
        }
        acts[moment, default: []].append(act)
        count += 1
    }

    /// The next moment at which something happens.
    var next: Timestamp? { moments.first }

    /// Takes what happens until a moment.
    mutating func take(until moment: Timestamp) -> [Act] {
        var taken: [Act] = []
        while let first = moments.first, first <= moment {
            taken += acts.removeValue(forKey: first) ?? []
            moments.removeFirst()
        }
        return taken
    }
}
