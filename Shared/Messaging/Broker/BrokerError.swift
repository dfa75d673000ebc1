/// Why a call to the broker failed.
public struct BrokerError: Error, Sendable {
    /// The kinds a caller tells apart.
    public struct Code: Hashable, Sendable {
        private enum Kind: String, Hashable, Sendable {
            case connectionLost, refused, preconditionFailed, notFound, blocked, timeout, consumerCancelled, closed
            case invalid
        }

        private let kind: Kind

        /// The link broke, could not be made, or the broker closed it; what was in flight is unknown.
        public static let connectionLost = Code(kind: .connectionLost)
        /// The broker denies access: credentials, virtual host, or a right on an exchange or queue.
        public static let refused = Code(kind: .refused)
        /// Something exists with other arguments than asked for, or a tag is not ours.
        public static let preconditionFailed = Code(kind: .preconditionFailed)
        /// No such exchange or queue.
        public static let notFound = Code(kind: .notFound)
        /// The broker has stopped reading from publishers.
        public static let blocked = Code(kind: .blocked)
        /// No answer in time.
        public static let timeout = Code(kind: .timeout)
        /// The broker ended a subscription.
        public static let consumerCancelled = Code(kind: .consumerCancelled)
        /// The call came after `close()`.
        public static let closed = Code(kind: .closed)
        /// The caller asked for what the protocol cannot express, such as a key of more than 255 bytes.
        public static let invalid = Code(kind: .invalid)

        /// The code's name, for logs and metrics.
        public var name: String { kind.rawValue }
    }

    /// What kind of failure it is.
    public let code: Code
    /// Details for the operator's log; may name hosts, queues and users.
    public let detail: String
    /// The queue whose subscription the broker ended; nil for every other code.
    public let queue: String?

    /// An error of a kind, with details.
    public init(_ code: Code, _ detail: String, queue: String? = nil) {
        self.code = code
        self.detail = detail
        self.queue = queue
    }

    /// Whether the same call may succeed on a new connection.
    public var isTransient: Bool {
        [.connectionLost, .timeout, .blocked, .consumerCancelled].contains(code)
    }
}

extension BrokerError: CustomStringConvertible {
    /// Deliberately bland: descriptions reach clients, and details of the broker are none of their business.
    public var description: String { "BrokerError(\(code.name))" }
}

extension BrokerError: CustomDebugStringConvertible {
    /// Everything known.
    public var debugDescription: String { "BrokerError(\(code.name): \(detail))" }
}
