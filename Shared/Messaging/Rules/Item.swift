import Contracts

/// One thing that came through the door: a message, a timer that is due, or a person's command.
///
/// A class, since rules and statements hand it on a dozen times a message: a copy is one reference, not ten.
public final class Item: Sendable {
    /// Where an item came from.
    public enum Origin: Sendable, Equatable {
        /// An outside publisher; known by (source, message id) for ever.
        case inbound
        /// Another service; known by its UUIDv7 in the inbox.
        case event
        /// A timer of this service.
        case timer
        /// A person, by HTTP or at the command line; known by its token in the inbox.
        case command
    }

    /// The id of the message; derived from (source, message id) for an inbound one.
    public let id: Identifier
    /// Where it came from.
    public let origin: Origin
    /// What it says.
    public let type: EventType
    /// The CloudEvents `source`.
    public let source: String
    /// The CloudEvents `id`.
    public let messageID: String
    /// The contractor whom it is about; nil for the few that are about nobody, such as a requisition.
    public let contractor: Identifier?
    /// Further contractors whose rows are locked and whose facts are to be loaded with it: the members of the groups
    /// that a link or its undoing touches.
    public let related: [Identifier]
    /// The CloudEvents `time`, or the time of receipt where there is none.
    public let time: Timestamp
    /// What ties the messages of one story together; the first message's id where it brought none.
    public let correlation: String
    /// The W3C trace context that it came with.
    public let traceparent: String?
    /// The decoded body.
    public let payload: any Payload
    /// Whether it links two contractors, or undoes it: asked several times a message, and looked up once.
    let isLink: Bool

    /// An item of all its parts.
    public init(
        id: Identifier, origin: Origin, type: EventType, source: String, messageID: String, contractor: Identifier?,
        related: [Identifier] = [], time: Timestamp, correlation: String, traceparent: String? = nil,
        payload: any Payload
    ) {
        self.id = id
        self.origin = origin
        self.type = type
        self.source = source
        self.messageID = messageID
        self.contractor = contractor
        self.related = related
        self.time = time
        self.correlation = correlation
        self.traceparent = traceparent
        self.payload = payload
        isLink = payload is ContractorLink
    }

    /// The same item, with these contractors' rows and facts loaded with it.
    public func relating(_ contractors: [Identifier]) -> Item {
        Item(
            id: id, origin: origin, type: type, source: source, messageID: messageID, contractor: contractor,
            related: contractors, time: time, correlation: correlation, traceparent: traceparent, payload: payload)
    }
}

extension [Item] {
    /// Every contractor that the items touch, related ones included: sorted, each once; the key of set-based loads.
    public var contractorKeys: [Identifier] {
        var keys: [Identifier] = []
        for item in self {
            if let contractor = item.contractor { keys.append(contractor) }
            keys += item.related
        }
        return keys.sortedUnique()
    }
}
