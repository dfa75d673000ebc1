/// A message on its way to an exchange.
public struct OutgoingMessage: Sendable {
    /// The exchange; empty for the default one, whose routing key is a queue's name.
    public var exchange: String
    /// At most 255 bytes.
    public var routingKey: String
    /// The payload.
    public var body: [UInt8]
    /// Media type of the payload.
    public var contentType: String
    /// The publisher's id of the message.
    public var messageID: String?
    /// What an answer will carry.
    public var correlationID: String?
    /// Where an answer is expected.
    public var replyTo: String?
    /// The publisher's user; the broker refuses any but the connection's own.
    public var userID: String?
    /// Text headers.
    public var headers: [(String, String)]
    /// Whether it survives a restart of the broker.
    public var persistent: Bool
    /// Whether it comes back as ``PublishOutcome/returned(code:text:)`` when no queue takes it.
    public var mandatory: Bool

    /// A message of these parts; what is left out is absent.
    public init(
        exchange: String,
        routingKey: String,
        body: [UInt8],
        contentType: String = "application/cloudevents+json",
        messageID: String? = nil,
        correlationID: String? = nil,
        replyTo: String? = nil,
        userID: String? = nil,
        headers: [(String, String)] = [],
        persistent: Bool = true,
        mandatory: Bool = false,
    ) {
        self.exchange = exchange
        self.routingKey = routingKey
        self.body = body
        self.contentType = contentType
        self.messageID = messageID
        self.correlationID = correlationID
        self.replyTo = replyTo
        self.userID = userID
        self.headers = headers
        self.persistent = persistent
        self.mandatory = mandatory
    }
}
