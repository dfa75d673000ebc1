import Contracts

/// What was read and waits to be decided, and what is in work: a state machine without I/O.
///
/// Two batches may be in work at a time, never with a contractor in common, so that a contractor's messages stay in order;
/// meanwhile the next gathers here. Deliveries are settled in the order in which they were read.
struct Shelf {
    /// The arrivals of one delivery.
    struct Portion: Sendable {
        let arrivals: [Arrival]
        let tag: UInt64
        /// Whether it came back so often that it may be what kills the process.
        let isSuspect: Bool
        /// Whether nothing else may be in work with it: a link changes who is loaded with whom.
        fileprivate let goesAlone: Bool

        init(arrivals: [Arrival], tag: UInt64, isSuspect: Bool) {
            self.arrivals = arrivals
            self.tag = tag
            self.isSuspect = isSuspect
            goesAlone = isSuspect || arrivals.contains(where: \.isLink)
        }
    }

    /// What is decided in one transaction, or one by one where it is suspect.
    struct Batch: Sendable {
        let arrivals: [Arrival]
        let tags: [UInt64]
        let isSuspect: Bool
        fileprivate let goesAlone: Bool
    }

    /// Deliveries that are done and all before them.
    struct Settled: Equatable, Sendable {
        let lastTag: UInt64
        let deliveries: Int
    }

    /// Batches in work at a time at most.
    static let most = 2
    /// Events that fill a batch.
    let limit: Int
    private var waiting: [Portion] = []
    private var events = 0
    private var inWork: [Batch] = []
    /// Deliveries that were read and are not settled, in order, and those of them that are done.
    private var unsettled: [UInt64] = []
    private var done: Set<UInt64> = []

    init(limit: Int) {
        self.limit = limit
    }

    /// Whether so much waits that nothing more is to be read.
    var isFull: Bool { events >= limit }

    mutating func put(_ portions: [Portion]) {
        waiting += portions
        unsettled += portions.map(\.tag)
        events += portions.reduce(0) { $0 + $1.arrivals.count }
    }

    /// What may be decided now, up to a full batch; a message is never cut in two, and a suspect one or a link stands alone.
    mutating func take() -> Batch? {
        guard let first = waiting.first, inWork.count < Shelf.most else { return nil }
        if inWork.contains(where: \.goesAlone) { return nil }
        // A second batch is worth its statements where a full one waits and half of it may begin, and where messages come one
        // by one, which need not wait for each other. Of more, what comes while a batch is in work is the next one: with two
        // beside two, batches stay small and take longer.
        let isQuiet = events == 1 && inWork.allSatisfy { $0.arrivals.count == 1 }
        guard inWork.isEmpty || isQuiet || isFull else { return nil }
        if first.goesAlone { return inWork.isEmpty ? begin([first], leaving: Array(waiting.dropFirst())) : nil }
        var busy = Busy()
        for batch in inWork { busy.add(batch.arrivals) }
        var (chosen, left): ([Portion], [Portion]) = ([], [])
        var count = 0
        for (position, portion) in waiting.enumerated() {
            if count >= limit || portion.goesAlone {
                left += waiting[position...]
                break
            }
            if !busy.concerns(portion.arrivals) {
                chosen.append(portion)
                count += portion.arrivals.count
            } else {
                // What comes after it about the same contractors waits behind it.
                busy.add(portion.arrivals)
                left.append(portion)
            }
        }
        guard inWork.isEmpty || count * 2 >= (isQuiet ? 1 : limit) else { return nil }
        return begin(chosen, leaving: left)
    }

    /// A batch is done: the deliveries that may be acknowledged now, if any.
    ///
    /// Its contractors stay busy until ``release(_:)``.
    mutating func finish(_ batch: Batch) -> Settled? {
        done.formUnion(batch.tags)
        var count = 0
        while count < unsettled.count, done.remove(unsettled[count]) != nil { count += 1 }
        guard count > 0 else { return nil }
        let settled = Settled(lastTag: unsettled[count - 1], deliveries: count)
        unsettled.removeFirst(count)
        return settled
    }

    /// What is about a finished batch's contractors may be decided.
    mutating func release(_ batch: Batch) { inWork.removeAll { $0.tags == batch.tags } }

    private mutating func begin(_ portions: [Portion], leaving left: [Portion]) -> Batch {
        let batch = Batch(
            arrivals: portions.flatMap(\.arrivals), tags: portions.map(\.tag), isSuspect: portions[0].isSuspect,
            goesAlone: portions[0].goesAlone)
        waiting = left
        events -= batch.arrivals.count
        inWork.append(batch)
        return batch
    }
}

/// Whom arrivals are about: of two with somebody in common, the later waits for the earlier.
///
/// Those about nobody have one in common.
private struct Busy {
    private static let nobody = Identifier(high: 0, low: 0)
    private var contractors: Set<Identifier> = []

    mutating func add(_ arrivals: [Arrival]) {
        for arrival in arrivals {
            contractors.insert(arrival.item?.contractor ?? Busy.nobody)
            for other in arrival.item?.related ?? [] { contractors.insert(other) }
        }
    }

    func concerns(_ arrivals: [Arrival]) -> Bool {
        if contractors.isEmpty { return false }
        return arrivals.contains { arrival in
            contractors.contains(arrival.item?.contractor ?? Busy.nobody)
                || arrival.item?.related.contains(where: contractors.contains) == true
        }
    }
}
