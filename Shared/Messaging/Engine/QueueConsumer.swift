import Contracts
import Logging

/// Takes batches from a source one after the other, decides them, acknowledges them.
struct QueueConsumer<Rules: ServiceRules>: Sendable {
    let source: any DeliverySource
    let runner: BatchRunner<Rules>
    let status: EngineStatus
    let limit: Int
    let gate = BatchGate()
    /// Makes arrivals of a delivery: one, or several of a batch message.
    let read: @Sendable (Delivery) async throws -> [Arrival]

    /// Consumes until the source is closed or lost.
    func run() async throws {
        while true {
            let deliveries = try await source.next(atMost: limit)
            status.took(deliveries.count)
            await gate.enter()
            do {
                try await decide(deliveries)
                if let last = deliveries.last { try await source.acknowledge(through: last.tag) }
            } catch {
                status.ended(deliveries.count)
                await gate.leave()
                throw error
            }
            status.ended(deliveries.count)
            await gate.leave()
        }
    }

    /// One delivery may hold many events, so a transaction takes only so many of them.
    ///
    /// A message that came back twice or more may be what kills the process, so it goes alone, its attempt on record.
    private func decide(_ deliveries: [Delivery]) async throws {
        var batch: [Arrival] = []
        for delivery in deliveries {
            let arrivals = try await read(delivery)
            if delivery.deliveryCount < 2 {
                batch += arrivals
                while batch.count >= limit {
                    try await runner.run(Array(batch.prefix(limit)))
                    batch.removeFirst(limit)
                }
                continue
            }
            try await runner.run(batch)
            batch = []
            for arrival in arrivals { try await runner.runSuspect(arrival) }
        }
        try await runner.run(batch)
    }
}
