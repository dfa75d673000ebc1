/// What became of one published message.
public enum PublishOutcome: Hashable, Sendable {
    /// The broker took it over: it is in every queue that it was routed to (which may be none if not mandatory).
    case confirmed
    /// It was mandatory and no queue took it.
    case returned(code: Int, text: String)
    /// The broker could not take it over; it may be published again.
    case rejected
}
