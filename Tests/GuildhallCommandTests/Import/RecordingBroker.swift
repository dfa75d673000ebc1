import Foundation
import Messaging
import Synchronization

/// A broker that notes what is published, and fails when it is told to.
final class RecordingBroker: Sendable {
    private struct State {
        var messages: [OutgoingMessage] = []
        var calls = 0
        var connections = 0
    }

    private let state = Mutex(State())
    private let losing: Set<Int>
    private let refusing: Int?
    private let outcome: PublishOutcome

    /// - Parameters:
    ///   - losing: Calls, counted from 1, during which the connection breaks before anything is noted.
    ///   - refusing: The call from which on the broker denies access.
    init(losing: Set<Int> = [], refusing: Int? = nil, outcome: PublishOutcome = .confirmed) {
        self.losing = losing
        self.refusing = refusing
        self.outcome = outcome
    }

    var messages: [OutgoingMessage] { state.withLock { $0.messages } }
    var connections: Int { state.withLock { $0.connections } }

    func connect() -> any MessagePublisher {
        state.withLock { $0.connections += 1 }
        return Publisher(broker: self)
    }

    /// The ids of all events, in the order of their arrival.
    func ids() throws -> [String?] {
        try messages.flatMap { try RecordingBroker.events($0).map { $0["id"] as? String } }
    }

    /// The events of a message, be it one or a batch.
    static func events(_ message: OutgoingMessage) throws -> [[String: Any]] {
        let json = try JSONSerialization.jsonObject(with: Data(message.body))
        if let event = json as? [String: Any] { return [event] }
        return json as? [[String: Any]] ?? []
    }

    private func take(_ messages: [OutgoingMessage]) throws -> [PublishOutcome] {
        try state.withLock { state in
            state.calls += 1
            if losing.contains(state.calls) { throw BrokerError(.connectionLost, "reset by the test") }
            if let refusing, state.calls >= refusing { throw BrokerError(.refused, "denied by the test") }
            state.messages += messages
            return messages.map { _ in outcome }
        }
    }

    private struct Publisher: MessagePublisher {
        let broker: RecordingBroker
        var isBlocked: Bool { false }

        func publish(_ messages: [OutgoingMessage]) async throws -> [PublishOutcome] { try broker.take(messages) }
        func close() async {}
    }
}
