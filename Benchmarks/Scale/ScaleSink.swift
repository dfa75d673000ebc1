import Messaging

/// The one subscriber of what replicas publish; without any, the broker would give it back.
enum ScaleSink {
    static let queue = Topology.Queue(name: "guildhall.integrator.bench.g1")

    /// Declares the queue and binds it to keys of this pattern.
    static func bind(_ key: String, _ broker: AMQPBroker) async throws {
        try await broker.apply(
            Topology(
                exchanges: Topology.exchanges, queues: [queue],
                bindings: [Topology.Binding(exchange: Topology.eventsExchange, queue: queue.name, key: key)]))
    }
}
