/// A message as a queue handed it out.
public struct Delivery: Sendable {
    /// Position on its channel; what ``DeliverySource/acknowledge(through:)`` takes.
    public var tag: UInt64
    /// The queue that it came from.
    public var queue: String
    /// The exchange that it was published to.
    public var exchange: String
    /// The key that it was published with.
    public var routingKey: String
    /// The payload.
    public var body: [UInt8]
    /// Media type of the payload, as the publisher says.
    public var contentType: String?
    /// The publisher's user, which the broker verified; nil when the publisher did not name it.
    public var userID: String?
    /// Where an answer is expected.
    public var replyTo: String?
    /// What an answer is to carry, so that the asker knows its question again.
    public var correlationID: String?
    /// The publisher's id of the message.
    public var messageID: String?
    /// Headers; empty for most messages.
    public var headers: [String: HeaderValue]
    /// Whether the queue handed it out before.
    ///
    /// False is no proof of the contrary: a publisher may have repeated it.
    public var redelivered: Bool
    /// How often a quorum queue has taken it back (`x-delivery-count`); 0 at first.
    public var deliveryCount: Int64

    /// A delivery of these parts; what is left out is absent.
    public init(
        tag: UInt64,
        queue: String,
        exchange: String,
        routingKey: String,
        body: [UInt8],
        contentType: String? = nil,
        userID: String? = nil,
        replyTo: String? = nil,
        correlationID: String? = nil,
        messageID: String? = nil,
        headers: [String: HeaderValue] = [:],
        redelivered: Bool = false,
        deliveryCount: Int64 = 0,
    ) {
        self.tag = tag
        self.queue = queue
        self.exchange = exchange
        self.routingKey = routingKey
        self.body = body
        self.contentType = contentType
        self.userID = userID
        self.replyTo = replyTo
        self.correlationID = correlationID
        self.messageID = messageID
        self.headers = headers
        self.redelivered = redelivered
        self.deliveryCount = deliveryCount
    }
}
