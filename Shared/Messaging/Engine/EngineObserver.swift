import Contracts

/// Takes what the engine has to tell a person who watches it; called once a batch, never once a message.
public protocol EngineObserver: Sendable {
    /// Messages of a type were taken from the broker.
    func consumed(_ count: Int, of type: EventType)
    /// Messages were confirmed by the broker.
    func published(_ count: Int)
    /// Messages dropped out because they had been applied before.
    func duplicates(_ count: Int)
    /// Inbound messages were refused for a reason.
    func refused(_ count: Int, because code: String)
    /// A batch failed and is tried again.
    func retried(because reason: String)
    /// Messages were set aside for a person.
    func parked(_ count: Int, because reason: String)
    /// A batch of so many items was committed in so many seconds.
    func committed(items: Int, seconds: Double)
    /// Seconds from a message's sending to the commit of what it caused, of the oldest message of a batch.
    func criticalTime(seconds: Double)
}
