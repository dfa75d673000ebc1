import Contracts

/// Puts a batch's events into as few messages as keep each contractor's events in order: a pure rule.
///
/// Messages leave in the order in which they were begun. An event joins the open message of its routing key, unless a later
/// message already holds an event of the same contractor: that one would be overtaken.
struct Bundler {
    /// What makes a routing key.
    private struct Route: Hashable {
        let type: EventType
        let partition: Partition

        /// A batch has few types of event, so that hardly any share a partition.
        func hash(into hasher: inout Hasher) { hasher.combine(partition.number) }
    }

    private(set) var bundles: [EventBundle] = []
    /// The last message of each routing key.
    private var open: [Route: Int] = [:]
    /// The message that holds a contractor's last event.
    private var latest: [Identifier: Int] = [:]

    /// - Parameter events: how many are expected.
    init(expecting events: Int = 0) {
        latest.reserveCapacity(events)
    }

    /// Adds an event, which `append` writes to the end of the bytes.
    mutating func add(
        _ id: Identifier, _ type: EventType, about contractor: Identifier, _ append: (inout [UInt8]) -> Void
    ) {
        let route = Route(type: type, partition: Partition(of: contractor))
        if let place = open[route], bundles[place].hasRoom, latest[contractor, default: 0] <= place {
            bundles[place].add(append)
            latest[contractor] = place
            return
        }
        var event: [UInt8] = []
        event.reserveCapacity(900)
        append(&event)
        open[route] = bundles.count
        latest[contractor] = bundles.count
        bundles.append(EventBundle(id, routingKey: type.routingKey(route.partition), event))
    }
}
