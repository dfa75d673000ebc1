import Contracts
import Messaging

/// Sends messages at an even pace, whatever becomes of them, and notes when what they lead to comes back.
struct Pace: Sendable {
    let publisher: any MessagePublisher
    let source: any DeliverySource
    /// Messages a second.
    let rate: Double
    /// Messages at the beginning that are sent and not counted.
    let warmUp: Int
    /// The numbers of the messages that a delivery's events go back to; those of others are left out.
    let numbers: @Sendable (Delivery) throws -> [Int]
    /// Messages of one such span go out together at its end: a timer a message costs the machine more than the message.
    private let span = 0.001
    /// How long events are waited for after the last message was sent.
    private let patience = Duration.seconds(60)

    /// Sends all of them and waits for what they lead to.
    func run(_ messages: [OutgoingMessage]) async throws -> LatencyResult {
        let journal = Journal(count: messages.count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await collect(journal) }
            group.addTask {
                try await send(messages, journal)
                try await Task.sleep(for: patience)
            }
            // Either everything has come back, or patience has ended.
            try await group.next()
            group.cancelAll()
            while let ended = await group.nextResult() {
                if case .failure(let error) = ended, !(error is CancellationError) { throw error }
            }
        }
        return try LatencyResult(
            rate: rate, sentPerSecond: journal.sentPerSecond(after: warmUp), missing: journal.missing,
            milliseconds: journal.milliseconds(after: warmUp), load: try Machine.load().first ?? 0)
    }

    /// Reads a delivery's events, and asks of each which message it goes back to.
    static func events(
        _ number: @escaping @Sendable (Envelope) -> Int?
    ) -> @Sendable (Delivery) throws -> [Int] {
        { delivery in
            try EnvelopeReader.read(body: delivery.body, contentType: delivery.contentType).compactMap { read in
                guard case .success(let event) = read else { throw BenchError("an event cannot be read") }
                return number(event.envelope)
            }
        }
    }

    /// Each message has its moment; one that is late does not put off the next, and goes out with it.
    private func send(_ messages: [OutgoingMessage], _ journal: Journal) async throws {
        let clock = ContinuousClock()
        let start = clock.now + .milliseconds(100)
        func due(_ number: Int) -> ContinuousClock.Instant {
            start + .seconds((Double(number) / rate / span).rounded(.up) * span)
        }
        try await withThrowingDiscardingTaskGroup { group in
            var first = 0
            while first < messages.count {
                if clock.now < due(first) { try await clock.sleep(until: due(first), tolerance: .zero) }
                let now = clock.now
                var end = first + 1
                while end < messages.count, due(end) <= now { end += 1 }
                let numbers = first..<end
                group.addTask {
                    journal.sent(numbers)
                    let outcomes = try await publisher.publish(Array(messages[numbers]))
                    guard outcomes.allSatisfy(\.isConfirmed) else { throw BenchError("a message was not taken") }
                }
                first = end
            }
        }
    }

    /// Acknowledges as seldom as the reference loop's sink does: what a subscriber takes of the machine is no figure here.
    private func collect(_ journal: Journal) async throws {
        var open = 0
        while journal.missing > 0 {
            let deliveries = try await source.next(atMost: 1000)
            let moment = ContinuousClock.now
            for delivery in deliveries {
                for number in try numbers(delivery) { journal.arrived(number, at: moment) }
            }
            open += deliveries.count
            if let last = deliveries.last, open >= 200 || journal.missing == 0 {
                try await source.acknowledge(through: last.tag)
                open = 0
            }
        }
    }
}
