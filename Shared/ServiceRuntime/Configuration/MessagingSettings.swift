/// How a service takes its messages, typed.
public struct MessagingSettings: Sendable {
    /// Most unacknowledged messages of each queue.
    public let prefetch: Int
    /// Most messages of one transaction.
    public let batch: Int
    /// Age of the oldest unpublished event beyond which the service is not ready.
    public let outboxAge: Duration
    /// Longest time of an orderly stop.
    public let shutdownGrace: Duration

    init(_ resolved: ResolvedSettings) throws(ConfigurationError) {
        prefetch = try resolved(RunningSetting.prefetch)
        batch = try resolved(RunningSetting.batch)
        outboxAge = try resolved(RunningSetting.outboxAge)
        shutdownGrace = try resolved(RunningSetting.shutdownGrace)
    }
}
