/// One connection that publishes with confirms.
///
/// Calls may overlap. All calls throw ``BrokerError`` with code `connectionLost` once the link is gone: what became of
/// messages in flight is then unknown. A publisher does not connect again.
public protocol MessagePublisher: Sendable {
    /// Publishes in order and answers, in the same order, when the broker has settled all of them.
    func publish(_ messages: [OutgoingMessage]) async throws -> [PublishOutcome]

    /// Whether the broker has stopped reading from publishers (an alarm of memory or disk).
    var isBlocked: Bool { get }

    /// Ends the connection; messages in flight fail.
    func close() async
}
