import Contracts

/// How an engine works; every bound is a number here.
public struct EngineConfiguration: Sendable {
    /// Unacknowledged deliveries of a queue at most.
    ///
    /// Two batches in work and two more, so that the next one is there when one is committed. What sixteen full queues hand
    /// out is bounded in bytes besides, where it waits.
    public var prefetch = 2000
    /// Items decided in one transaction.
    public var batchLimit = 500
    /// Committed events that may wait for their confirm before consuming pauses.
    public var outboxWindow = 5000
    /// How long acknowledgements of small batches gather, and confirmed events before their rows are deleted together.
    public var rest: Duration = .milliseconds(20)
    /// Limits of an inbound message.
    public var limits = EnvelopeLimits()
    /// Attempts of a message that the database refuses, before it is parked.
    public var attempts = 5
    /// How long a replica's lease of a partition lasts without renewal.
    public var leaseSeconds: Int64 = 10
    /// How often leases are renewed and balanced.
    public var leaseInterval: Duration = .seconds(2)
    /// How often timers, retries, the outboxes of the dead and the audit trail are looked after, if nothing wakes them.
    public var housekeepingInterval: Duration = .seconds(1)
    /// Where this replica answers HTTP, for the operator's command; empty when it does not.
    public var address = ""
    /// Bytes that are kept of a refused message larger than allowed.
    public var keptOfTooLarge = 4096

    /// The defaults.
    public init() {}
}
