/// One type of message: what it says, who sends it, who answers for it.
///
/// A class, since every message looks one up: a copy is one reference.
public final class Contract: Sendable {
    /// Which way a message goes.
    public enum Direction: String, Sendable, CaseIterable {
        /// From an outside publisher to the service that owns the type.
        case inbound
        /// From the service that owns the type to every service that subscribes, and to the outside.
        case event
        /// From the service that owns the type to the outside only; no service has a queue for it.
        case outboundOnly = "outbound-only"
        /// From the service that owns the type to the one who asked, at a direct reply-to address.
        case answer
    }

    /// The CloudEvents `type`.
    public let type: EventType
    /// Which way it goes.
    public let direction: Direction
    /// Who takes it in, or who sends it.
    public let owner: ServiceName
    /// What it says, in a sentence.
    public let summary: String
    /// The type of its body.
    public let payload: any Payload.Type

    /// A contract of its parts.
    init(
        _ type: EventType, _ direction: Direction, _ owner: ServiceName, _ payload: any Payload.Type,
        _ summary: String
    ) {
        self.type = type
        self.direction = direction
        self.owner = owner
        self.payload = payload
        self.summary = summary
    }

    /// The sample body.
    public var sample: any Payload { payload.sample }
}
