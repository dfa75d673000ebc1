import Contracts
import Logging

/// Reads what a source hands out, decides it batch by batch and acknowledges it; reading goes on while batches are decided.
///
/// A batch waits for the database where the other computes: two in work take from two processors what one leaves unused.
struct QueueConsumer<Rules: ServiceRules>: Sendable {
    let source: any DeliverySource
    let runner: BatchRunner<Rules>
    let status: EngineStatus
    let limit: Int
    /// How long acknowledgements gather after a small batch.
    let rest: Duration
    let surroundings: Surroundings
    let gate = BatchGate()
    /// Makes arrivals of a delivery: one, or several of a batch message.
    let read: @Sendable (Delivery) async throws -> [Arrival]

    /// Consumes until the source is closed or lost.
    func run() async throws {
        let shelf = ReadAhead(limit: limit)
        let ended = await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await fill(shelf) }
            for _ in 1...Shelf.most { group.addTask { try await empty(shelf) } }
            group.addTask { try await acknowledge(shelf) }
            let first = await group.nextResult()
            // What is being committed is brought to its end, so that its events are published; nothing new begins.
            await shelf.end()
            await source.close()
            while let other = await group.nextResult() { if case .success = other { continue } }
            return first
        }
        status.ended(await gate.abandon())
        try ended?.get()
    }

    /// A message holds one event or many: what is read is put down whenever it fills a batch.
    private func fill(_ shelf: ReadAhead) async throws {
        while true {
            let deliveries = try await source.next(atMost: limit)
            status.took(deliveries.count)
            await gate.enter(deliveries.count)
            var portions: [Shelf.Portion] = []
            var events = 0
            for delivery in deliveries {
                let arrivals = try await read(delivery)
                portions.append(
                    Shelf.Portion(arrivals: arrivals, tag: delivery.tag, isSuspect: delivery.deliveryCount >= 2))
                events += arrivals.count
                if events < limit { continue }
                await shelf.put(portions)
                (portions, events) = ([], 0)
            }
            await shelf.put(portions)
        }
    }

    /// A message that came back twice or more may be what kills the process, so it goes alone, its attempt on record.
    private func empty(_ shelf: ReadAhead) async throws {
        var finished: Shelf.Batch?
        while let batch = await shelf.take(after: finished) {
            if batch.isSuspect {
                for arrival in batch.arrivals { try await runner.runSuspect(arrival) }
            } else {
                try await runner.run(batch.arrivals)
            }
            status.settled(batch.arrivals.count)
            await shelf.finish(batch)
            finished = batch
        }
    }

    /// An acknowledgement costs the broker a turn with its log, as a message does, so those of small batches gather.
    private func acknowledge(_ shelf: ReadAhead) async throws {
        while let settled = await shelf.settle() {
            try await source.acknowledge(through: settled.lastTag)
            status.ended(settled.deliveries)
            await gate.leave(settled.deliveries)
            if settled.deliveries * 8 < limit { try await surroundings.pause(rest) }
        }
    }
}
