/// The figures of a service's messaging, in the words of that world.
public struct MessagingMetrics: Sendable {
    /// Messages taken from the broker, by type.
    public let consumed: CounterFamily
    /// Events confirmed by the broker.
    public let published: CounterSeries
    /// Messages that had been applied before.
    public let duplicates: CounterSeries
    /// Batches and messages tried again, by reason.
    public let retries: CounterFamily
    /// Messages set aside for a person, by reason.
    public let deadLetters: CounterFamily
    /// Inbound messages refused, by reason.
    public let refused: CounterFamily
    /// Committed transactions.
    public let batches: CounterSeries
    /// Messages of a transaction.
    public let batchSize: HistogramSeries
    /// Seconds from a transaction's beginning to its end.
    public let transactionSeconds: HistogramSeries
    /// Seconds from a message's sending to the commit of what it caused.
    public let criticalTime: HistogramSeries
    /// Age of the oldest unpublished event, in seconds.
    public let outboxOldest: GaugeSeries
    /// Unpublished events.
    public let outboxRows: GaugeSeries
    /// Whether the broker is connected.
    public let brokerConnected: GaugeSeries
    /// Whether the broker takes no messages at present.
    public let brokerBlocked: GaugeSeries
    /// Partitions that this replica holds.
    public let partitionsHeld: GaugeSeries
    /// Messages between the broker and their commit.
    public let inFlight: GaugeSeries

    /// Registers the metrics, so that each is shown from the start.
    public init(_ registry: MetricsRegistry) {
        consumed = CounterFamily(
            registry, "guildhall_messages_consumed_total", "Messages taken from the broker.", label: "type")
        published = registry.counter("guildhall_messages_published_total", "Events confirmed by the broker.")
        duplicates = registry.counter("guildhall_messages_duplicates_total", "Messages that had been applied before.")
        retries = CounterFamily(
            registry, "guildhall_messages_retries_total", "Batches and messages tried again.", label: "reason")
        deadLetters = CounterFamily(
            registry, "guildhall_messages_dead_letters_total", "Messages set aside for a person.", label: "reason")
        refused = CounterFamily(
            registry, "guildhall_messages_refused_total", "Inbound messages refused.", label: "reason")
        batches = registry.counter("guildhall_batches_total", "Committed transactions.")
        batchSize = registry.histogram(
            "guildhall_batch_messages", "Messages of a transaction.", bounds: Buckets.counts)
        transactionSeconds = registry.histogram(
            "guildhall_transaction_seconds", "Seconds from a transaction's beginning to its end.")
        criticalTime = registry.histogram(
            "guildhall_critical_time_seconds", "Seconds from a message's sending to the commit of what it caused.")
        outboxOldest = registry.gauge(
            "guildhall_outbox_oldest_seconds", "Age of the oldest unpublished event, in seconds.")
        outboxRows = registry.gauge("guildhall_outbox_rows", "Unpublished events.")
        brokerConnected = registry.gauge("guildhall_broker_connected", "1 while the broker is connected.")
        brokerBlocked = registry.gauge("guildhall_broker_blocked", "1 while the broker takes no messages.")
        partitionsHeld = registry.gauge("guildhall_partitions_held", "Partitions that this replica holds.")
        inFlight = registry.gauge("guildhall_inflight", "Messages between the broker and their commit.")
    }
}
