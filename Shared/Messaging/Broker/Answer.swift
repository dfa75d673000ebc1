/// An answer to a message that asked for one.
public struct Answer: Sendable {
    /// The payload.
    public let body: [UInt8]
    /// Media type of the payload.
    public let contentType: String?
    /// Which question it answers: what the question carried.
    public let correlationID: String?

    /// An answer of these parts.
    public init(body: [UInt8], contentType: String?, correlationID: String?) {
        self.body = body
        self.contentType = contentType
        self.correlationID = correlationID
    }
}
