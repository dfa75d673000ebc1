import Contracts
import Messaging
import Synchronization

/// People who come one after the other, each of whom earns a credential.
final class EnduranceCrowd: Sendable {
    private struct State {
        var sent = 0
        var waiting: Set<Identifier>
    }

    private let records: BenchRecords
    private let state: Mutex<State>
    /// How long a credential is waited for while none comes.
    private static let patience = Duration.seconds(120)

    init(records: BenchRecords) {
        self.records = records
        let people = records.workers.map { Identifier.contractor(source: records.source, workerId: $0) }
        state = Mutex(State(waiting: Set(people)))
    }

    /// Messages so far.
    var sent: Int { state.withLock { $0.sent } }

    /// People who have their credential.
    var credentials: Int { records.workers.count - state.withLock { $0.waiting.count } }

    /// Sends so many people a second, each second's at once: engagement, opt-in and all results.
    func send(_ people: Int, _ publisher: any MessagePublisher) async throws {
        let steps: [(Int) -> OutgoingMessage] =
            [records.engagement, records.optIn]
            + (BenchProgramme.early + [BenchProgramme.last]).map { assessment in
                { [records] in records.result($0, of: assessment) }
            }
        let clock = ContinuousClock()
        let start = clock.now
        for (second, first) in stride(from: 0, to: records.workers.count, by: people).enumerated() {
            try await clock.sleep(until: start + .seconds(second), tolerance: .zero)
            let crowd = first..<min(first + people, records.workers.count)
            let messages = steps.flatMap { step in crowd.map(step) }
            let outcomes = try await publisher.publish(messages)
            guard outcomes.allSatisfy(\.isConfirmed) else { throw BenchError("a message was not taken") }
            state.withLock { $0.sent += messages.count }
        }
    }

    /// Takes credentials in until everybody has one.
    func collect(_ source: any DeliverySource) async throws {
        while credentials < records.workers.count {
            let deliveries = try await timed { try await source.next(atMost: 1000) }
            for delivery in deliveries {
                for read in EnvelopeReader.read(body: delivery.body, contentType: delivery.contentType) {
                    guard case .success(let event) = read else { throw BenchError("an event cannot be read") }
                    note(event.envelope)
                }
            }
            if let last = deliveries.last { try await source.acknowledge(through: last.tag) }
        }
    }

    /// What completes a person may be any of their records, so a credential is known by whom it is about.
    private func note(_ envelope: Envelope) {
        guard envelope.type == .credentialIssued, let holder = envelope.subjectIdentifier else { return }
        state.withLock { _ = $0.waiting.remove(holder) }
    }

    private func timed(_ body: @escaping @Sendable () async throws -> [Delivery]) async throws -> [Delivery] {
        try await withThrowingTaskGroup(of: [Delivery].self) { group in
            group.addTask(operation: body)
            group.addTask {
                try await ContinuousClock().sleep(for: Self.patience)
                throw BenchError("nothing came back for \(Self.patience)")
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }
}
