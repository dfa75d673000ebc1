import Contracts
import Logging

/// Consumes what outside publishers send to this service.
struct IntakeConsumer<Rules: ServiceRules>: Sendable {
    let broker: any Broker
    let runner: BatchRunner<Rules>
    let reader: InboundReader
    let status: EngineStatus
    let configuration: EngineConfiguration
    let stop: StopSignal
    let surroundings: Surroundings

    /// Consumes until it is time to stop, then finishes the batch in work.
    ///
    /// - Throws: what ended the link.
    func run() async throws {
        let name = "\(Rules.service.rawValue) intake"
        let source = try await broker.source(prefetch: configuration.prefetch, name: name)
        let consumer = QueueConsumer(
            source: source, runner: runner, status: status, limit: configuration.batchLimit,
            rest: configuration.rest, surroundings: surroundings, read: { try await reader.arrivals(of: $0) })
        defer { status.intake(subscribed: false) }
        do {
            for queue in Rules.intakeQueues { try await source.subscribe(to: queue) }
            status.intake(subscribed: true)
            try await untilStopped(stop, consumer) { try await consumer.run() }
        } catch {
            await source.close()
            throw error
        }
    }

    private func untilStopped(
        _ stop: StopSignal, _ consumer: QueueConsumer<Rules>, _ consume: @escaping @Sendable () async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await consume()
                return false
            }
            group.addTask {
                await stop.wait()
                return true
            }
            if try await group.next() == true && stop.isStopped {
                for queue in Rules.intakeQueues { try await consumer.source.unsubscribe(from: queue) }
                await consumer.gate.emptied()
            }
            await consumer.source.close()
            group.cancelAll()
            // The consumer ends with the closed source; that is no failure.
            while let ended = await group.nextResult() { if case .success = ended { continue } }
        }
    }
}

extension ServiceRules {
    /// The queues that this service consumes without partitions.
    static var intakeQueues: [String] {
        var queues: [String] = intake.isEmpty ? [] : [Topology.inboundQueue(of: service)]
        // Somebody has to tell publishers of unknown types so: the service that everything else begins with.
        if service == .onboarding { queues.append(Topology.unroutableQueue) }
        return queues
    }
}
