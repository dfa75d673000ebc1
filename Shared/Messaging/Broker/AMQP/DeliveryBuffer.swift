/// Deliveries that have arrived and were not handed out: a state machine without I/O.
struct DeliveryBuffer {
    private var waiting: [Delivery] = []
    private var head = 0
    /// Subscriptions that the broker ended, each after the deliveries up to a tag.
    private var notices: [(after: UInt64, queue: String)] = []
    private var lastArrived: UInt64 = 0
    /// Of all bodies that wait.
    private(set) var bytes = 0

    /// The last tag handed out.
    private(set) var handedOut: UInt64 = 0

    var hasSomething: Bool { head < waiting.count || !notices.isEmpty }

    mutating func append(_ deliveries: [Delivery]) {
        guard let last = deliveries.last else { return }
        lastArrived = last.tag
        bytes += DeliveryBuffer.bytes(deliveries)
        if head == waiting.count {
            waiting = deliveries
            head = 0
        } else {
            waiting += deliveries
        }
    }

    /// Notes that the broker ended a subscription.
    mutating func cancelled(_ queue: String) {
        notices.append((lastArrived, queue))
    }

    /// What waits, at most `limit`, in order; throws a notice when its turn has come.
    mutating func take(_ limit: Int) throws(BrokerError) -> [Delivery] {
        var end = min(waiting.count, head + max(limit, 1))
        if let notice = notices.first {
            let ahead = waiting[head..<end].prefix { $0.tag <= notice.after }
            if ahead.isEmpty {
                notices.removeFirst()
                throw BrokerError(
                    .consumerCancelled, "the broker ended the subscription to \(notice.queue)", queue: notice.queue)
            }
            end = ahead.endIndex
        }
        guard head < end else { return [] }
        let taken = head == 0 && end == waiting.count ? waiting : Array(waiting[head..<end])
        head = end
        if head == waiting.count {
            waiting = []
            head = 0
        } else if head > 1024, head * 2 > waiting.count {
            waiting.removeFirst(head)
            head = 0
        }
        handedOut = taken[taken.count - 1].tag
        bytes -= DeliveryBuffer.bytes(taken)
        return taken
    }

    /// Takes out what waits of one queue; the tags are to be given back to it.
    mutating func remove(queue: String) -> [UInt64] {
        let removed = waiting[head...].filter { $0.queue == queue }
        guard !removed.isEmpty else { return [] }
        waiting = waiting[head...].filter { $0.queue != queue }
        head = 0
        bytes -= DeliveryBuffer.bytes(removed)
        return removed.map(\.tag)
    }

    private static func bytes(_ deliveries: [Delivery]) -> Int {
        deliveries.reduce(0) { $0 + $1.body.count }
    }
}
