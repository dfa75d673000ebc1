import Contracts

/// Something to be done at a time: fired once through the door, when the database's clock has passed `due`.
public struct TimerRequest: Sendable, Equatable {
    /// Derived from the cause; scheduling the same key again moves the timer.
    public var key: Identifier
    /// The kind of timer, as the service names it: `credential-expiry`.
    public var kind: String
    /// When.
    public var due: Timestamp
    /// Whom it is about.
    public var contractor: Identifier

    /// A request of its parts.
    public init(key: Identifier, kind: String, due: Timestamp, contractor: Identifier) {
        self.key = key
        self.kind = kind
        self.due = due
        self.contractor = contractor
    }
}
