import Contracts
import Database
import Messaging

/// What an engine's state means for readiness, metrics and operators.
struct EngineHealth: Sendable {
    let service: ServiceName
    let takesInbound: Bool
    let status: EngineStatus
    let broker: WatchedBroker
    let outboxAge: Duration
    let ping: @Sendable () async throws -> Void
    let snapshot: @Sendable () async throws -> EngineSnapshot

    /// The conditions under which the service should be given work.
    var checks: [ReadinessCheck] {
        [
            ReadinessCheck("database") {
                try await ping()
                return .pass()
            },
            ReadinessCheck("outbox") { EngineHealth.outbox(try await snapshot(), atMost: outboxAge) },
            ReadinessCheck("subscribed") {
                EngineHealth.subscribed(
                    intake: status.intakeSubscribed || !takesInbound, events: status.eventsSubscribed)
            },
            ReadinessCheck("not blocked") {
                broker.isBlocked ? .fail("the broker takes no messages (an alarm of its memory or disk)") : .pass()
            },
            ReadinessCheck("topology") {
                status.returned.map { .fail("the broker gives events back: \($0)") } ?? .pass()
            },
        ]
    }

    /// Whether the oldest unpublished event is young enough.
    static func outbox(_ snapshot: EngineSnapshot, atMost limit: Duration) -> ReadinessCheck.Outcome {
        let limitSeconds = Double(limit.components.seconds) + Double(limit.components.attoseconds) / 1e18
        guard snapshot.outbox > 0, snapshot.outboxOldestSeconds > limitSeconds else {
            return .pass("\(snapshot.outbox) events wait")
        }
        let age = (snapshot.outboxOldestSeconds * 10).rounded() / 10
        return .fail("\(snapshot.outbox) events wait, the oldest for \(age) s")
    }

    /// Whether everything that the service reads is read.
    static func subscribed(intake: Bool, events: Bool) -> ReadinessCheck.Outcome {
        let missing = [intake ? nil : "the inbound queue", events ? nil : "the partitions of events"].compactMap(\.self)
        return missing.isEmpty ? .pass() : .fail("not subscribed to \(missing.joined(separator: " and "))")
    }

    /// Whether any link to the broker stands; the one for publishing is made when there is something to publish.
    var isConnected: Bool { status.intakeSubscribed || status.eventsSubscribed || broker.isConnected }

    /// Brings the gauges up to date.
    func measure(_ metrics: MessagingMetrics) async {
        metrics.inFlight.set(Double(status.inFlight))
        metrics.partitionsHeld.set(Double(status.partitions.count))
        metrics.brokerConnected.set(isConnected)
        metrics.brokerBlocked.set(broker.isBlocked)
        do {
            let snapshot = try await TimeLimit.run(.seconds(2), snapshot)
            metrics.outboxRows.set(Double(snapshot.outbox))
            metrics.outboxOldest.set(snapshot.outboxOldestSeconds)
        } catch {
            // Not known is not the same as nothing: a reader sees that the figure is missing.
            metrics.outboxRows.set(Double.nan)
            metrics.outboxOldest.set(Double.nan)
        }
    }
}
