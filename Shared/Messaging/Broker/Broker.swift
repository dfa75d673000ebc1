/// A message broker: RabbitMQ, or a simulated one in tests.
public protocol Broker: Sendable {
    /// Connects for consuming, with at most `prefetch` unacknowledged deliveries of each queue.
    func source(prefetch: Int, name: String) async throws -> any DeliverySource

    /// Connects for publishing.
    func publisher(name: String) async throws -> any MessagePublisher

    /// Checks the exchanges, declares the queues and bindings; `preconditionFailed` when one has other arguments.
    func apply(_ topology: Topology) async throws

    /// Messages that wait in a queue, those handed out not counted.
    func readyMessages(in queue: String) async throws -> Int
}
