extension DatabaseError {
    /// What kind of failure it was; new kinds may be added.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String {
            case aborted = "transaction aborted"
            case closed = "closed"
            case commitOutcomeUnknown = "commit outcome unknown"
            case connectionLost = "connection lost"
            case deadlock = "deadlock"
            case decoding = "decoding"
            case overloaded = "overloaded"
            case serializationFailure = "serialization failure"
            case server = "refused by the server"
            case timeout = "timeout"
            case unavailable = "unavailable"
        }

        private let kind: Kind

        private init(_ kind: Kind) {
            self.kind = kind
        }

        /// The transaction had failed before, so that it could only be rolled back.
        public static let aborted = Code(.aborted)
        /// The pool or connection was closed by its owner.
        public static let closed = Code(.closed)
        /// The connection was lost after a commit had been sent and before its answer: it may have happened or not.
        public static let commitOutcomeUnknown = Code(.commitOutcomeUnknown)
        /// The connection was lost, and nothing was committed.
        public static let connectionLost = Code(.connectionLost)
        /// The transaction was the victim of a deadlock.
        public static let deadlock = Code(.deadlock)
        /// A value is not of the type that was asked for, or null.
        public static let decoding = Code(.decoding)
        /// More round trips wait on one connection than its mailbox holds.
        public static let overloaded = Code(.overloaded)
        /// The transaction cannot be serialized with others.
        public static let serializationFailure = Code(.serializationFailure)
        /// The server refused a statement: a constraint, a syntax error, a missing right; `sqlState` tells which.
        public static let server = Code(.server)
        /// No connection was free in time, a lock was not, or a statement ran too long.
        public static let timeout = Code(.timeout)
        /// No connection could be opened.
        public static let unavailable = Code(.unavailable)

        /// A few words.
        public var description: String { kind.rawValue }
    }
}
