import Messaging
import Synchronization

/// A broker that remembers its latest publisher, to tell whether the broker has stopped reading.
final class WatchedBroker: Broker {
    private let inner: any Broker
    private let latest = Mutex<(any MessagePublisher)?>(nil)

    init(_ inner: any Broker) {
        self.inner = inner
    }

    /// Whether a publisher was ever connected.
    var isConnected: Bool { latest.withLock { $0 != nil } }

    /// Whether the broker takes no messages at present.
    var isBlocked: Bool { latest.withLock { $0?.isBlocked ?? false } }

    func source(prefetch: Int, name: String) async throws -> any DeliverySource {
        try await inner.source(prefetch: prefetch, name: name)
    }

    func publisher(name: String) async throws -> any MessagePublisher {
        // A failed attempt means that the link is down: nothing is known of its state any more.
        latest.withLock { $0 = nil }
        let publisher = try await inner.publisher(name: name)
        latest.withLock { $0 = publisher }
        return publisher
    }

    func apply(_ topology: Topology) async throws {
        try await inner.apply(topology)
    }

    func readyMessages(in queue: String) async throws -> Int {
        try await inner.readyMessages(in: queue)
    }
}
