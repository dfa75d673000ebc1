import Contracts
import Messaging

/// A queue that was given what a service published, read when the service is done.
struct Subscriber: Sendable {
    let queue: String
    let event: EventType

    /// Throws unless the queue holds so many events of the type, each of another cause, and nothing else.
    func check(_ expected: Int, _ broker: AMQPBroker) async throws {
        // A message may hold several events, so messages say when to stop and events what was there.
        var waiting = try await broker.readyMessages(in: queue)
        let source = try await broker.source(prefetch: 2000, name: "bench subscriber")
        try await source.subscribe(to: queue)
        var causes: Set<String> = []
        var events = 0
        while waiting > 0 {
            let deliveries = try await source.next(atMost: 2000)
            waiting -= deliveries.count
            for delivery in deliveries {
                for outcome in EnvelopeReader.read(body: delivery.body, contentType: delivery.contentType) {
                    guard case .success(let read) = outcome, read.envelope.type == event,
                        let cause = read.envelope.causation
                    else { throw BenchError("\(queue) holds something else than \(event.name)") }
                    causes.insert(cause)
                    events += 1
                }
            }
            if let last = deliveries.last { try await source.acknowledge(through: last.tag) }
        }
        await source.close()
        guard events == expected, causes.count == expected else {
            throw BenchError("\(events) events of \(causes.count) causes in \(queue), \(expected) expected")
        }
    }
}
