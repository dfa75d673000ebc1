import Contracts
import Messaging

/// A message from outside, and when it comes.
struct Input: CustomStringConvertible {
    /// When it comes, on the programmes' clock.
    var at: Timestamp
    /// When a source without delay would have said it.
    let happened: Timestamp
    var type: EventType
    var source: String
    var id: String
    var body: [UInt8]
    /// What it says, for a person.
    var summary: String
    /// Whether it must be refused.
    var isBad = false
    /// An address that wants an answer.
    var replyTo: String?

    var message: OutgoingMessage {
        OutgoingMessage(
            exchange: Topology.inboundExchange, routingKey: type.name, body: body, correlationID: id,
            replyTo: replyTo, userID: "outside")
    }

    var description: String { "\(at.day) \(id): \(summary)" }

    init(_ payload: any Payload, _ type: EventType, at: Timestamp, source: String, id: String, _ summary: String) {
        self.at = at
        happened = at
        self.type = type
        self.source = source
        self.id = id
        self.summary = summary
        var bytes: [UInt8] = []
        Envelope(id: Reference(id), source: source, type: type).encode(payload: payload, into: &bytes)
        body = bytes
    }

    /// Bytes that are no event.
    init(garbageAt at: Timestamp, source: String, id: String) {
        self.at = at
        happened = at
        type = .engagementRecorded
        self.source = source
        self.id = id
        summary = "is refused"
        isBad = true
        body = Array(
            #"{"specversion":"1.0","id":"\#(id)","source":"\#(source)","type":"\#(type.name)","data":{"id":"x"}}"#.utf8)
    }
}
