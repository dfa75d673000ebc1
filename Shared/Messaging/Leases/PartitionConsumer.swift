import Contracts
import Logging

/// Consumes the partitions that this replica holds, all on one channel, and keeps their leases.
///
/// A partition is given up in this order: no more deliveries, the batch in work finished, the lease released; the queue's
/// single active consumer is the fence behind it.
struct PartitionConsumer<Rules: ServiceRules>: Sendable {
    let broker: any Broker
    let leases: LeaseTable
    let runner: BatchRunner<Rules>
    let reader: EventReader
    let status: EngineStatus
    let configuration: EngineConfiguration
    let stop: StopSignal
    let surroundings: Surroundings
    let logger: Logger

    /// Consumes until it is time to stop, then finishes the batch in work and hands the partitions over.
    ///
    /// - Throws: what ended the link or made the leases unreadable.
    func run() async throws {
        let source = try await broker.source(
            prefetch: configuration.prefetch, name: "\(Rules.service.rawValue) events")
        let consumer = QueueConsumer(
            source: source, runner: runner, status: status, limit: configuration.batchLimit, rest: configuration.rest,
            surroundings: surroundings, read: { reader.arrivals(of: $0) })
        defer {
            status.events(subscribed: false)
            status.hold([])
        }
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                if !Rules.subscriptions.isEmpty { group.addTask { try await consumer.run() } }
                group.addTask { try await keepLeases(consumer) }
                group.addTask { await stop.wait() }
                do {
                    try await group.next()
                    if stop.isStopped { try await give(up: status.partitions, consumer) }
                } catch {
                    // The consumer may wait for a message that never comes; only a closed source ends it for certain.
                    await source.close()
                    throw error
                }
                await source.close()
                group.cancelAll()
                // The others end with the closed source; that is no failure.
                while let ended = await group.nextResult() { if case .success = ended { continue } }
            }
            try await leases.leave()
        } catch {
            await source.close()
            throw error
        }
    }

    private func keepLeases(_ consumer: QueueConsumer<Rules>) async throws {
        var held: Set<Partition> = []
        while true {
            let (living, table) = try await leases.look()
            let own = Set(table.filter { $0.holder == leases.replica && !$0.isExpired }.map(\.partition))
            try await give(up: held.subtracting(own), consumer)
            try await take(own.subtracting(held), consumer)
            held = own
            let plan = LeasePlan(of: leases.replica, living: living, leases: table)
            let got = Set(try await leases.claim(plan.claim))
            try await take(got, consumer)
            held.formUnion(got)
            if !plan.release.isEmpty {
                try await give(up: Set(plan.release), consumer)
                try await leases.release(plan.release)
                held.subtract(plan.release)
            }
            if !got.isEmpty || !plan.release.isEmpty {
                logger.info("partitions", metadata: ["held": "\(held.sorted().map(\.suffix).joined(separator: " "))"])
            }
            status.hold(held)
            status.events(subscribed: true)
            try await surroundings.pause(configuration.leaseInterval)
        }
    }

    private func take(_ partitions: Set<Partition>, _ consumer: QueueConsumer<Rules>) async throws {
        if Rules.subscriptions.isEmpty { return }
        for partition in partitions.sorted() {
            try await consumer.source.subscribe(to: Topology.eventsQueue(of: Rules.service, partition))
        }
    }

    private func give(up partitions: Set<Partition>, _ consumer: QueueConsumer<Rules>) async throws {
        if partitions.isEmpty || Rules.subscriptions.isEmpty { return }
        for partition in partitions.sorted() {
            try await consumer.source.unsubscribe(from: Topology.eventsQueue(of: Rules.service, partition))
        }
        await consumer.gate.emptied()
    }
}
