import Messaging

/// A consumer's side of a link.
struct SimulatedSource: DeliverySource {
    let broker: SimulatedBroker
    let link: BusLink

    func subscribe(to queue: String) async throws { try broker.subscribe(link, to: queue) }
    func unsubscribe(from queue: String) async throws { try broker.unsubscribe(link, from: queue) }

    func next(atMost limit: Int) async throws -> [Delivery] {
        let deliveries = try await withCheckedThrowingContinuation { continuation in
            broker.deliver(to: link, limit, continuation)
        }
        try await broker.pass(Point(.receive, .after), link.life)
        return deliveries
    }

    func acknowledge(through tag: UInt64) async throws {
        try await broker.pass(Point(.acknowledge, .before), link.life)
        try broker.acknowledge(link, through: tag)
        try await broker.pass(Point(.acknowledge, .after), link.life)
    }

    func close() async { broker.close(link) }
}

/// A publisher's connection.
///
/// `@unchecked Sendable`: only the simulation's thread touches it.
final class SimulatedPublisher: MessagePublisher, @unchecked Sendable {
    let broker: SimulatedBroker
    let life: Int
    let name: String
    var isLost = false
    var isClosed = false
    /// Fail what is in flight.
    var inFlight: [Int: () -> Void] = [:]
    private var lastFlight = 0

    init(broker: SimulatedBroker, life: Int, name: String) {
        self.broker = broker
        self.life = life
        self.name = name
    }

    var isBlocked: Bool { broker.isAlarmed }

    func publish(_ messages: [OutgoingMessage]) async throws -> [PublishOutcome] {
        try await broker.pass(Point(.publish, .before), life)
        return try await withCheckedThrowingContinuation { continuation in
            lastFlight += 1
            broker.accept(messages, from: self, flight: lastFlight, continuation)
        }
    }

    func close() async {
        isClosed = true
        broker.forget(self)
    }
}
