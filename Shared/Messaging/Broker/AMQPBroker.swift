import Logging

/// RabbitMQ.
public final class AMQPBroker: Broker {
    private let configuration: BrokerConfiguration
    private let logger: Logger
    private let control: ControlConnection

    /// Nothing connects before the first call.
    public init(_ configuration: BrokerConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        control = ControlConnection(configuration, logger: logger)
    }

    /// Connects for consuming, with at most `prefetch` (1 to 65,535) unacknowledged deliveries of each queue.
    public func source(prefetch: Int, name: String) async throws -> any DeliverySource {
        let connection = try await AMQPConnection.open(
            configuration, name: fullName(name), logger: logger, [.prefetch(min(max(prefetch, 1), 65_535))])
        return AMQPSource(connection)
    }

    /// Connects for publishing, in confirm mode.
    public func publisher(name: String) async throws -> any MessagePublisher {
        AMQPPublisher(try await AMQPConnection.open(configuration, name: fullName(name), logger: logger, [.confirms]))
    }

    /// Checks the exchanges, declares the queues and bindings, undoes what is stale, all in one round of requests.
    public func apply(_ topology: Topology) async throws {
        let requests =
            topology.exchanges.map { Request.check($0) } + topology.queues.map { Request.declare($0) }
            + topology.bindings.map { Request.bind($0) } + topology.unbindings.map { Request.unbind($0) }
        _ = try await control.call(requests)
    }

    /// Messages that wait in a queue, those handed out not counted.
    public func readyMessages(in queue: String) async throws -> Int {
        try await control.call([.count(queue: queue)])[0].messages
    }

    /// Deletes a queue with all that is in it, such as one of a former generation that has run dry.
    public func delete(queue: String) async throws {
        _ = try await control.call([.delete(queue: queue)])
    }

    /// Ends the connection that declarations and counts use.
    public func close() async {
        await control.close()
    }

    private func fullName(_ name: String) -> String {
        "\(configuration.connectionName) \(name)"
    }
}
