import Contracts
import Messaging

/// Finds out when the five services and all their queues have nothing left to do.
struct IdleWatch: Sendable {
    let client: StatusClient
    let broker: AMQPBroker
    /// Between two readings.
    var pause = Duration.milliseconds(250)

    /// Waits for two readings in a row that are idle and agree; returns when the first of them was taken.
    func wait(atMost limit: Duration) async throws -> ContinuousClock.Instant {
        let clock = ContinuousClock()
        let deadline = clock.now + limit
        var idle: (since: ContinuousClock.Instant, totals: [ServiceStatus.Totals])?
        while true {
            let moment = clock.now
            let readings = try await readings()
            let totals = readings.map(\.totals)
            if try await isIdle(readings) {
                if let idle, idle.totals == totals { return idle.since }
                idle = (moment, totals)
            } else {
                idle = nil
            }
            guard clock.now < deadline else { throw BenchError("the suite was still busy after \(limit)") }
            try await clock.sleep(for: pause)
        }
    }

    private func readings() async throws -> [ServiceStatus] {
        var found: [ServiceStatus] = []
        for service in ServiceName.allCases { found.append(try await client.status(of: service)) }
        return found
    }

    /// The queues are asked only when the services say that they are idle: asking costs the broker time.
    private func isIdle(_ readings: [ServiceStatus]) async throws -> Bool {
        guard readings.allSatisfy(\.isIdle) else { return false }
        for queue in IdleWatch.queues where try await broker.readyMessages(in: queue) > 0 { return false }
        return true
    }

    private static let queues: [String] = ServiceName.allCases.flatMap { service in
        let takesInbound = Catalogue.all.contains { $0.owner == service && $0.direction == .inbound }
        let inbound = takesInbound ? [Topology.inboundQueue(of: service)] : []
        return inbound + Partition.all.map { Topology.eventsQueue(of: service, $0) }
    }
}
