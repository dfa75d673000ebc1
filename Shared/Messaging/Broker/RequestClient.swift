import Logging
import Synchronization

/// Publishes messages that may be answered, and receives the answers, on one channel: direct reply-to asks for that.
///
/// Answers wait in memory until they are taken; there are at most as many as questions were published.
public final class RequestClient: Sendable {
    private static let answersAtOnce = 1024

    private let connection: AMQPConnection

    private init(_ connection: AMQPConnection) {
        self.connection = connection
    }

    deinit {
        connection.requestClose()
    }

    /// Connects, ready to publish and to be answered.
    public static func connect(_ configuration: BrokerConfiguration, logger: Logger) async throws -> RequestClient {
        let requests: [Request] = [.confirms, .consume(queue: Topology.directReplyQueue, acknowledging: false)]
        let name = configuration.connectionName
        return RequestClient(try await AMQPConnection.open(configuration, name: name, logger: logger, requests))
    }

    /// Publishes messages whose answers come back here; give each its own correlation id to tell them apart.
    public func publish(_ messages: [OutgoingMessage]) async throws -> [PublishOutcome] {
        try await connection.publish(
            messages.map { message in
                var message = message
                message.replyTo = Topology.directReplyQueue
                return message
            })
    }

    /// Answers as they come; ends when the client is closed, throws when the connection is lost.
    ///
    /// One reader at a time.
    public var answers: AsyncThrowingStream<Answer, any Error> {
        AsyncThrowingStream { [connection, buffer = AnswerBuffer()] in
            if let answer = buffer.take() { return answer }
            do {
                buffer.fill(try await connection.next(atMost: Self.answersAtOnce))
            } catch let error as BrokerError where error.code == .closed {
                return nil
            }
            return buffer.take()
        }
    }

    /// Whether the broker has stopped reading from publishers.
    public var isBlocked: Bool {
        connection.blocked.load(ordering: .relaxed)
    }

    /// Ends the connection.
    public func close() async {
        await connection.close()
    }
}

/// Answers that arrived together and are taken one by one.
private final class AnswerBuffer: Sendable {
    private let waiting = Mutex<ArraySlice<Delivery>>([])

    func fill(_ deliveries: [Delivery]) {
        waiting.withLock { $0 = deliveries[...] }
    }

    func take() -> Answer? {
        waiting.withLock { $0.popFirst() }.map {
            Answer(body: $0.body, contentType: $0.contentType, correlationID: $0.correlationID)
        }
    }
}
