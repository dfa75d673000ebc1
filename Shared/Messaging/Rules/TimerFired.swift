import Contracts

/// The payload of a timer that came due.
public struct TimerFired: Payload, Equatable {
    /// The key under which the timer was scheduled.
    public var key = Identifier(high: 0, low: 0)
    /// The kind of timer, as the service named it.
    public var kind = ""
    /// When it was due; it may be long past.
    public var due = Timestamp(microseconds: 0)

    /// An empty value, for the decoder.
    public init() {}

    /// A timer that came due.
    public init(key: Identifier, kind: String, due: Timestamp) {
        self.key = key
        self.kind = kind
        self.due = due
    }

    /// Describes the fields; timers never travel, so the description serves logs and tests only.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("key", &key, .any, "The key of the timer.", sample: Identifier(high: 0, low: 1))
        visitor.field("kind", &kind, .text(1...100), "The kind of timer.", sample: "credential-expiry")
        visitor.field("due", &due, .any, "When it was due.", sample: Timestamp(microseconds: 0))
    }
}
