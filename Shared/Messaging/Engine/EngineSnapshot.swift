import Contracts
import Database

/// What waits in a service's tables, for health checks, metrics and `guildhall drain`.
public struct EngineSnapshot: Sendable, Equatable {
    /// Committed events that were not confirmed.
    public var outbox: Int64 = 0
    /// Age of the oldest of them in seconds; 0 when there is none.
    public var outboxOldestSeconds: Double = 0
    /// Messages that wait for their next attempt.
    public var retries: Int64 = 0
    /// Messages that wait for a person.
    public var parked: Int64 = 0
    /// Timers that are due and not fired.
    public var dueTimers: Int64 = 0

    /// Nothing waits.
    public init() {}

    /// Reads the tables of a service.
    public init(of service: ServiceName, in database: Database) async throws {
        let s = service.rawValue
        let rows = try await database.run([
            Call(OutboxStatements(service).oldest),
            Call(
                Statement(
                    """
                    SELECT count(*) FILTER (WHERE next_at IS NOT NULL), count(*) FILTER (WHERE next_at IS NULL)
                    FROM \(s)_retry
                    """)),
            Call(Statement("SELECT count(*) FROM \(s)_timer WHERE due <= guildhall_now()")),
        ])
        outbox = try rows[0][0].int64(0)
        if let oldest = try rows[0][0].optionalIdentifier(1) {
            outboxOldestSeconds = max(0, Double(Timestamp.hostClock.microseconds - oldest.microseconds) / 1e6)
        }
        retries = try rows[1][0].int64(0)
        parked = try rows[1][0].int64(1)
        dueTimers = try rows[2][0].int64(0)
    }
}

extension Identifier {
    /// The moment that a UUIDv7 carries, in microseconds since 1970.
    var microseconds: Int64 { Int64(high >> 16) * 1000 }
}
