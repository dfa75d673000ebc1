/// Exchanges that must exist, and queues and bindings that their owner declares.
public struct Topology: Sendable {
    /// An exchange.
    public struct Exchange: Hashable, Sendable {
        /// How an exchange routes.
        public enum Kind: String, Sendable {
            /// By patterns on the routing key.
            case topic
            /// To every queue bound.
            case fanout
        }

        /// Its name.
        public let name: String
        /// How it routes.
        public let kind: Kind
        /// The exchange that gets what no queue here takes.
        public let alternate: String?

        /// A durable exchange.
        public init(name: String, kind: Kind, alternate: String? = nil) {
            self.name = name
            self.kind = kind
            self.alternate = alternate
        }
    }

    /// A durable quorum queue.
    ///
    /// It has no delivery limit: the broker counts graceful returns too, so a limit drops innocent messages after a few
    /// restarts. A changed argument needs a new name, which is why names carry a generation.
    public struct Queue: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Whether only one of its consumers is served at a time.
        public let singleActiveConsumer: Bool

        /// A queue of this name.
        public init(name: String, singleActiveConsumer: Bool = false) {
            self.name = name
            self.singleActiveConsumer = singleActiveConsumer
        }
    }

    /// What a queue takes from an exchange.
    public struct Binding: Hashable, Sendable {
        /// The exchange.
        public let exchange: String
        /// The queue.
        public let queue: String
        /// The pattern of routing keys.
        public let key: String

        /// A binding of these parts.
        public init(exchange: String, queue: String, key: String) {
            self.exchange = exchange
            self.queue = queue
            self.key = key
        }
    }

    /// Exchanges, checked passively: the operator loads them.
    public var exchanges: [Exchange]
    /// Queues, declared.
    public var queues: [Queue]
    /// Bindings, declared.
    public var bindings: [Binding]
    /// Bindings that a former version may have declared, undone.
    public var unbindings: [Binding]

    /// A topology of these parts.
    public init(
        exchanges: [Exchange] = [], queues: [Queue] = [], bindings: [Binding] = [], unbindings: [Binding] = []
    ) {
        self.exchanges = exchanges
        self.queues = queues
        self.bindings = bindings
        self.unbindings = unbindings
    }
}
