import Contracts
import Messaging
import Synchronization

/// Sends numbered events in order at an even rate until it is told to stop, and receives what they lead to.
final class SteadyLoad: Sendable {
    private let book: ArrivalBook
    private let events: ScaleEvents
    private let count: Int
    private let rate: Double
    private let publisher: any MessagePublisher
    private let source: any DeliverySource
    private let isStopped = Mutex(false)

    init(
        _ book: ArrivalBook, _ events: ScaleEvents, count: Int, rate: Double, publisher: any MessagePublisher,
        source: any DeliverySource
    ) {
        self.book = book
        self.events = events
        self.count = count
        self.rate = rate
        self.publisher = publisher
        self.source = source
    }

    /// Lets ``send()`` return.
    func stop() { isStopped.withLock { $0 = true } }

    /// Ends the link that receives.
    func close() async { await source.close() }

    /// Sends until it is stopped; what is due goes out together, so that order is kept whatever a confirm takes.
    func send() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        var next = 0
        while !isStopped.withLock({ $0 }) {
            let due = Int((clock.now - start).inSeconds * rate)
            guard due <= count else { throw BenchError("\(count) events were not enough for the run") }
            if due > next {
                for number in next..<due { book.due(at: start + .seconds(Double(number) / rate)) }
                let outcomes = try await publisher.publish((next..<due).map(events.passed))
                guard outcomes.allSatisfy(\.isConfirmed) else { throw BenchError("an event was not taken") }
                next = due
            }
            try await clock.sleep(until: start + .seconds(Double(next + 1) / rate), tolerance: .zero)
        }
        await publisher.close()
    }

    /// Receives until the source is closed, which it throws.
    func receive() async throws {
        while true {
            let deliveries = try await source.next(atMost: 1000)
            let moment = ContinuousClock.now
            for delivery in deliveries {
                // One message may hold several events.
                for read in EnvelopeReader.read(body: delivery.body, contentType: delivery.contentType) {
                    guard case .success(let event) = read else { throw BenchError("an event cannot be read") }
                    guard let number = ScaleEvents.number(of: event.envelope.correlation) else {
                        throw BenchError("an event belongs to nothing that was sent")
                    }
                    book.received(number, event: event.envelope.id, at: moment)
                }
            }
            if let last = deliveries.last { try await source.acknowledge(through: last.tag) }
        }
    }

    /// Returns when everything that was sent has led to something, or after a minute.
    func finish() async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while book.missing > 0 && ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(20)) }
        // Whatever comes twice or too much comes now.
        try await Task.sleep(for: .seconds(2))
    }
}
