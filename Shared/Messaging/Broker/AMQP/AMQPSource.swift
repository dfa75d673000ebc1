/// Several queues of RabbitMQ on one channel.
final class AMQPSource: DeliverySource {
    let connection: AMQPConnection

    init(_ connection: AMQPConnection) {
        self.connection = connection
    }

    deinit {
        connection.requestClose()
    }

    func subscribe(to queue: String) async throws {
        _ = try await connection.call([.consume(queue: queue, acknowledging: true)])
    }

    func unsubscribe(from queue: String) async throws {
        _ = try await connection.call([.cancel(queue: queue)])
    }

    func next(atMost limit: Int) async throws -> [Delivery] {
        try await connection.next(atMost: limit)
    }

    func acknowledge(through tag: UInt64) async throws {
        try connection.acknowledge(through: tag)
    }

    func close() async {
        await connection.close()
    }
}
