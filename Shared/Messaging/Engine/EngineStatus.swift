import Contracts
import Synchronization

/// What an engine is doing at this moment, for health checks and for `guildhall drain`.
public final class EngineStatus: Sendable {
    /// Numbers that only grow.
    public struct Totals: Sendable, Equatable {
        /// Events of the broker that were brought through the door, repetitions included; a message may hold several.
        public var consumed = 0
        /// Events confirmed by the broker.
        public var published = 0
        /// Timers and retries fired.
        public var fired = 0
    }

    private struct State: Sendable {
        var totals = Totals()
        var inFlight = 0
        var unconfirmed = 0
        var intakeSubscribed = false
        var eventsSubscribed = false
        var partitions: Set<Partition> = []
        var returned: String?
    }

    private let state = Mutex(State())

    /// Nothing happened yet.
    public init() {}

    /// What happened so far.
    public var totals: Totals { state.withLock { $0.totals } }
    /// Messages, timers and retries between where they waited and their commit.
    public var inFlight: Int { state.withLock { $0.inFlight } }
    /// Committed events that the broker has not confirmed.
    public var unconfirmed: Int { state.withLock { $0.unconfirmed } }
    /// Partitions that this replica holds.
    public var partitions: Set<Partition> { state.withLock { $0.partitions } }
    /// Whether the inbound queue is consumed.
    public var intakeSubscribed: Bool { state.withLock { $0.intakeSubscribed } }
    /// Whether the link for partitions stands.
    public var eventsSubscribed: Bool { state.withLock { $0.eventsSubscribed } }
    /// Why the broker gives events back, while it does: a broken topology.
    public var returned: String? { state.withLock { $0.returned } }

    func took(_ messages: Int) { state.withLock { $0.inFlight += messages } }
    func settled(_ events: Int) { state.withLock { $0.totals.consumed += events } }

    func began(_ count: Int) {
        state.withLock {
            $0.totals.fired += count
            $0.inFlight += count
        }
    }

    func ended(_ count: Int) { state.withLock { $0.inFlight -= count } }
    func submitted(_ count: Int) { state.withLock { $0.unconfirmed += count } }

    func confirmed(_ count: Int) {
        state.withLock {
            $0.unconfirmed -= count
            $0.totals.published += count
            $0.returned = nil
        }
    }

    func gaveBack(_ reason: String) { state.withLock { $0.returned = reason } }
    func intake(subscribed: Bool) { state.withLock { $0.intakeSubscribed = subscribed } }
    func events(subscribed: Bool) { state.withLock { $0.eventsSubscribed = subscribed } }
    func hold(_ partitions: Set<Partition>) { state.withLock { $0.partitions = partitions } }
}
