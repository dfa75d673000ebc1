/// Several queues read over one connection and one channel, so that a batch can take what waits in all of them.
///
/// All calls throw ``BrokerError`` with code `connectionLost` once the link is gone, and `closed` after ``close()``;
/// a source does not connect again. ``next(atMost:)`` is meant for one caller at a time.
public protocol DeliverySource: Sendable {
    /// Starts handing out a queue's messages, at most the source's prefetch of them unacknowledged.
    func subscribe(to queue: String) async throws

    /// Stops a queue: its deliveries that were not handed out go back; those handed out can still be acknowledged.
    func unsubscribe(from queue: String) async throws

    /// What has arrived, in the channel's order, at most `limit`; waits until there is at least one.
    ///
    /// When the broker ends a subscription (its queue was deleted), this throws `consumerCancelled` once, after the
    /// deliveries that came before; the other subscriptions go on.
    func next(atMost limit: Int) async throws -> [Delivery]

    /// Settles every delivery up to and including `tag`, of all queues.
    ///
    /// Only what ``next(atMost:)`` handed out can be settled; 0 is never a tag.
    func acknowledge(through tag: UInt64) async throws

    /// Ends the connection; unacknowledged deliveries go back to their queues.
    func close() async
}
