import Contracts
import Foundation

/// A user of the broker, with the rights that it needs and no more.
///
/// Rights are patterns on names: what it may declare, write to and read from. Declaring a queue needs the first on the
/// queue; binding it needs the second on the queue and the third on the exchange.
public struct BrokerUser: Sendable {
    /// Limits on routing keys at one topic exchange.
    public struct TopicPermission: Sendable {
        /// The exchange.
        public let exchange: String
        /// Pattern of keys to publish with.
        public let write: String
        /// Pattern of keys to bind with.
        public let read: String

        /// Limits of these parts.
        public init(exchange: String, write: String, read: String) {
            self.exchange = exchange
            self.write = write
            self.read = read
        }
    }

    /// Matches no name at all.
    private static let nothing = "^$"

    /// Its name.
    public let name: String
    /// Hash of its password, as the broker stores it.
    public let passwordHash: PasswordHash
    /// Pattern of what it may declare and delete.
    public let configure: String
    /// Pattern of what it may write to.
    public let write: String
    /// Pattern of what it may read from.
    public let read: String
    /// Limits on routing keys; exchanges that are not named here have none.
    public let topics: [TopicPermission]

    /// A user with these rights.
    public init(
        name: String, passwordHash: PasswordHash, configure: String, write: String, read: String,
        topics: [TopicPermission] = [],
    ) {
        self.name = name
        self.passwordHash = passwordHash
        self.configure = configure
        self.write = write
        self.read = read
        self.topics = topics
    }

    /// A service: declares and reads its own queues, binds them to both exchanges, publishes events.
    ///
    /// With a list of event types it may publish these only. The service that answers for unknown types may also read
    /// the queue of unroutable messages.
    public static func service(
        _ service: ServiceName, passwordHash: PasswordHash, publishes types: [String]? = nil,
        readsUnroutable: Bool = false,
    ) -> BrokerUser {
        let own = "guildhall\\.\(service.rawValue)\\..+"
        let events = pattern(Topology.eventsExchange)
        let unroutable = readsUnroutable ? "|\(pattern(Topology.unroutableQueue))" : ""
        let topics = types.map { types in
            let keys = "^(\(alternatives(types)))\\.[0-9]{2}$"
            return [TopicPermission(exchange: Topology.eventsExchange, write: keys, read: ".*")]
        }
        return BrokerUser(
            name: service.rawValue,
            passwordHash: passwordHash,
            configure: "^\(own)$",
            write: "^(\(own)|\(events))$",
            read: "^(\(own)|\(events)|\(pattern(Topology.inboundExchange))\(unroutable))$",
            topics: topics ?? [])
    }

    /// The user of answers: it alone may write to the default exchange, and thereby into any queue.
    ///
    /// The broker knows that exchange as `amq.default` when it checks rights.
    public static func replies(passwordHash: PasswordHash) -> BrokerUser {
        BrokerUser(
            name: "replies", passwordHash: passwordHash, configure: nothing, write: "^amq\\.default$", read: nothing)
    }

    /// The operator's command: publishes like an integrator; counting a queue's messages needs no right.
    public static func `operator`(passwordHash: PasswordHash) -> BrokerUser {
        integrator(name: "operator", passwordHash: passwordHash)
    }

    /// An outside publisher: writes to the inbound exchange; receiving answers needs no right.
    public static func integrator(name: String, passwordHash: PasswordHash, types: [String]? = nil) -> BrokerUser {
        let topics = types.map {
            [TopicPermission(exchange: Topology.inboundExchange, write: "^(\(alternatives($0)))$", read: nothing)]
        }
        return BrokerUser(
            name: name, passwordHash: passwordHash, configure: nothing,
            write: "^\(pattern(Topology.inboundExchange))$", read: nothing, topics: topics ?? [])
    }

    private static func pattern(_ name: String) -> String {
        NSRegularExpression.escapedPattern(for: name)
    }

    private static func alternatives(_ names: [String]) -> String {
        names.map(pattern).joined(separator: "|")
    }
}
