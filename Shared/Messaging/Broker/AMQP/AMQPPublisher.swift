import Synchronization

/// A connection to RabbitMQ in confirm mode.
final class AMQPPublisher: MessagePublisher {
    private let connection: AMQPConnection

    init(_ connection: AMQPConnection) {
        self.connection = connection
    }

    deinit {
        connection.requestClose()
    }

    func publish(_ messages: [OutgoingMessage]) async throws -> [PublishOutcome] {
        try await connection.publish(messages)
    }

    var isBlocked: Bool {
        connection.blocked.load(ordering: .relaxed)
    }

    func close() async {
        await connection.close()
    }
}
