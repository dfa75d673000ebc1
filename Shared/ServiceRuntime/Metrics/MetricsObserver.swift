import Contracts
import Messaging

/// Counts what the engine has to tell.
public struct MetricsObserver: EngineObserver {
    private let metrics: MessagingMetrics

    /// An observer that counts into these metrics.
    public init(_ metrics: MessagingMetrics) {
        self.metrics = metrics
    }

    /// Messages of a type were taken from the broker.
    public func consumed(_ count: Int, of type: EventType) { metrics.consumed[type.name].increment(by: count) }

    /// Messages were confirmed by the broker.
    public func published(_ count: Int) { metrics.published.increment(by: count) }

    /// Messages dropped out because they had been applied before.
    public func duplicates(_ count: Int) { metrics.duplicates.increment(by: count) }

    /// Inbound messages were refused for a reason.
    public func refused(_ count: Int, because code: String) { metrics.refused[code].increment(by: count) }

    /// A batch or message is tried again.
    ///
    /// The engine gives an error's text at times, which differs too much to be a label: only its first word is taken.
    public func retried(because reason: String) {
        let word = reason.prefix { $0.isLetter || $0 == "_" || $0 == "-" || $0.isNumber }
        metrics.retries[word.isEmpty ? "other" : String(word)].increment()
    }

    /// Messages were set aside for a person.
    public func parked(_ count: Int, because reason: String) { metrics.deadLetters[reason].increment(by: count) }

    /// A batch was committed.
    public func committed(items: Int, seconds: Double) {
        metrics.batches.increment()
        metrics.batchSize.observe(Double(items))
        metrics.transactionSeconds.observe(seconds)
    }

    /// A batch was done so long after its oldest message was sent.
    public func criticalTime(seconds: Double) { metrics.criticalTime.observe(max(0, seconds)) }
}
