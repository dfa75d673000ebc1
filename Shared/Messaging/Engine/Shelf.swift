import Contracts

/// What was read and waits to be decided, and what is in work: a state machine without I/O.
///
/// Two batches may be in work at a time, never with a contractor in common, so that a contractor's messages stay in order;
/// meanwhile the next gathers here. Where more waits than a batch takes, it is made of few partitions, so that its events
/// leave in few messages. Deliveries are settled in the order in which they were read, once all their events are done.
struct Shelf {
    /// The arrivals of one delivery.
    struct Portion: Sendable {
        let arrivals: [Arrival]
        let tag: UInt64
        /// Whether it came back so often that it may be what kills the process.
        let isSuspect: Bool
    }

    /// What is decided in one transaction.
    struct Batch: Sendable {
        let arrivals: [Arrival]
        let isSuspect: Bool
        fileprivate let number: Int
        /// Of each arrival, the number of its delivery.
        fileprivate let deliveries: [Int]
        fileprivate let lanes: Set<Int>
        fileprivate let goesAlone: Bool
    }

    /// Deliveries that are done and all before them.
    struct Settled: Equatable, Sendable {
        let lastTag: UInt64
        let deliveries: Int
    }

    /// A delivery, and how many of its events are not done.
    private struct Unsettled {
        let tag: UInt64
        var left: Int
    }

    /// Batches in work at a time at most.
    static let most = 2
    /// Batches that are read ahead: with so many, there are some messages of each partition to choose from.
    static let ahead = 4
    /// Events that fill a batch.
    let limit: Int
    /// What waits and may pass each other: a lane for each partition, and one for what is about nobody.
    private var lanes = [Lane](repeating: Lane(), count: Partition.count + 1)
    private var ready = 0
    /// What goes alone, and everything after it, which does not pass it.
    private var behind: [Waiting] = []
    private var inWork: [Batch] = []
    private var begun = 0
    private var unsettled: [Unsettled] = []
    /// How many deliveries were settled: the number of the first that is not.
    private var settled = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Whether so much waits, or is not settled, that nothing more is to be read.
    var isFull: Bool { ready + behind.count >= limit * Shelf.ahead || unsettled.count >= limit * (Shelf.most + 1) }

    mutating func put(_ portions: [Portion]) {
        for portion in portions {
            let delivery = settled + unsettled.count
            unsettled.append(Unsettled(tag: portion.tag, left: portion.arrivals.count))
            for arrival in portion.arrivals {
                put(Waiting(arrival: arrival, delivery: delivery, isSuspect: portion.isSuspect))
            }
        }
    }

    /// What may be decided now, up to a full batch; a suspect event or a link stands alone.
    mutating func take() -> Batch? {
        guard inWork.count < Shelf.most, !inWork.contains(where: \.goesAlone) else { return nil }
        guard ready > 0 else { return inWork.isEmpty ? takeAlone() : nil }
        // A second batch is worth its statements where a full one waits and half of it may begin, and where messages come one
        // by one, which need not wait for each other. Of more, what comes while a batch is in work is the next one: with two
        // beside two, batches stay small and take longer.
        let isQuiet = ready == 1 && behind.isEmpty && inWork.allSatisfy { $0.arrivals.count == 1 }
        guard inWork.isEmpty || isQuiet || ready >= limit else { return nil }
        let chosen = choose()
        let count = chosen.reduce(0) { $0 + $1.positions.count }
        guard inWork.isEmpty || count * 2 >= (isQuiet ? 1 : limit) else { return nil }
        let taken = chosen.flatMap { lanes[$0.lane].remove($0.positions) }
        ready -= count
        return begin(taken, lanes: Set(chosen.map(\.lane)), alone: false)
    }

    /// A batch is done; its contractors stay busy until ``release(_:)``.
    mutating func finish(_ batch: Batch) {
        for delivery in batch.deliveries { unsettled[delivery - settled].left -= 1 }
    }

    /// The deliveries that may be acknowledged now, if any.
    mutating func settle() -> Settled? {
        let count = unsettled.prefix { $0.left == 0 }.count
        guard count > 0 else { return nil }
        defer {
            unsettled.removeFirst(count)
            settled += count
        }
        return Settled(lastTag: unsettled[count - 1].tag, deliveries: count)
    }

    /// What is about a finished batch's contractors may be decided.
    mutating func release(_ batch: Batch) { inWork.removeAll { $0.number == batch.number } }

    private mutating func put(_ waiting: Waiting) {
        if waiting.goesAlone || !behind.isEmpty {
            behind.append(waiting)
        } else {
            lanes[waiting.lane].items.append(waiting)
            ready += 1
        }
    }

    /// Lanes nobody works in come first, of those the one that waits longest, so that none waits for ever.
    private func choose() -> [(lane: Int, positions: [Int])] {
        let order = lanes.indices.filter { !lanes[$0].items.isEmpty }
            .map { lane in (lane: lane, isBusy: inWork.contains { $0.lanes.contains(lane) }) }
            .sorted { ($0.isBusy ? 1 : 0, lanes[$0.lane].since) < ($1.isBusy ? 1 : 0, lanes[$1.lane].since) }
        lazy var busy = Set(inWork.flatMap { $0.arrivals.map(\.item?.contractor) })
        var room = limit
        var chosen: [(lane: Int, positions: [Int])] = []
        for (lane, isBusy) in order where room > 0 {
            let positions = lanes[lane].free(beside: isBusy ? busy : [], atMost: room)
            if positions.isEmpty { continue }
            room -= positions.count
            chosen.append((lane, positions))
        }
        return chosen
    }

    private mutating func takeAlone() -> Batch? {
        if behind.isEmpty { return nil }
        let first = behind.removeFirst()
        let rest = behind
        behind = []
        for waiting in rest { put(waiting) }
        return begin([first], lanes: [first.lane], alone: true)
    }

    private mutating func begin(_ taken: [Waiting], lanes: Set<Int>, alone: Bool) -> Batch {
        begun += 1
        let batch = Batch(
            arrivals: taken.map(\.arrival), isSuspect: taken[0].isSuspect, number: begun,
            deliveries: taken.map(\.delivery), lanes: lanes, goesAlone: alone)
        inWork.append(batch)
        return batch
    }
}
