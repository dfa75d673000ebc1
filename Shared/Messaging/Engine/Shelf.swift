/// What was read and waits to be decided: a state machine without I/O.
///
/// One batch is in work at a time, so that a contractor's messages stay in order; meanwhile the next gathers here.
struct Shelf {
    /// The arrivals of one delivery.
    struct Portion: Sendable {
        let arrivals: [Arrival]
        let tag: UInt64
        /// Whether it came back so often that it may be what kills the process.
        let isSuspect: Bool
    }

    /// What is decided in one transaction, or one by one where it is suspect.
    struct Batch: Sendable {
        let arrivals: [Arrival]
        let deliveries: Int
        let lastTag: UInt64
        let isSuspect: Bool
    }

    /// Events that fill a batch.
    let limit: Int
    private var waiting: [Portion] = []
    private var head = 0
    private var events = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Whether so much waits that nothing more is to be read.
    var isFull: Bool { events >= limit }

    mutating func put(_ portions: [Portion]) {
        waiting += portions
        events += portions.reduce(0) { $0 + $1.arrivals.count }
    }

    /// What waits, up to a full batch; a message is never cut in two, and a suspect one stands alone.
    mutating func take() -> Batch? {
        guard head < waiting.count else { return nil }
        let first = head
        var arrivals: [Arrival] = []
        repeat {
            arrivals += waiting[head].arrivals
            head += 1
        } while head < waiting.count && arrivals.count < limit && !waiting[head - 1].isSuspect
            && !waiting[head].isSuspect
        let last = waiting[head - 1]
        let deliveries = head - first
        events -= arrivals.count
        if head == waiting.count {
            waiting.removeAll(keepingCapacity: true)
            head = 0
        } else if head > 1024 {
            waiting.removeFirst(head)
            head = 0
        }
        return Batch(arrivals: arrivals, deliveries: deliveries, lastTag: last.tag, isSuspect: last.isSuspect)
    }
}
