import Contracts

extension Topology {
    /// What one service declares: a queue for its inbound types, and one for each partition of the events it wants.
    ///
    /// A service without inbound types or without subscriptions has no such queue. Inbound types that another service
    /// takes in are unbound: a type may have moved since a former version, and would come in twice.
    public static func service(_ name: ServiceName, intake: [String], subscriptions: [String]) -> Topology {
        var topology = Topology(exchanges: exchanges)
        if !intake.isEmpty {
            let queue = inboundQueue(of: name)
            topology.queues.append(Queue(name: queue))
            topology.bindings += intake.map { Binding(exchange: inboundExchange, queue: queue, key: $0) }
            let foreign = Catalogue.all.filter { $0.direction == .inbound }.map(\.type.name)
                .filter { !intake.contains($0) }
            topology.unbindings += foreign.map { Binding(exchange: inboundExchange, queue: queue, key: $0) }
        }
        guard !subscriptions.isEmpty else { return topology }
        for partition in Partition.all {
            let queue = eventsQueue(of: name, partition)
            topology.queues.append(Queue(name: queue, singleActiveConsumer: true))
            topology.bindings += subscriptions.map {
                Binding(exchange: eventsExchange, queue: queue, key: eventKey($0, partition))
            }
        }
        return topology
    }

    /// The queue behind the inbound exchange's alternate, declared by whoever reads it.
    public static let unroutable = Topology(
        exchanges: exchanges,
        queues: [Queue(name: unroutableQueue)],
        bindings: [Binding(exchange: unroutableExchange, queue: unroutableQueue, key: "")])
}
