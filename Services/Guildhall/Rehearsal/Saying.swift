import Contracts
import Messaging

/// Something that an outside system of the rehearsal says.
struct Saying: Sendable {
    /// The type.
    let type: EventType
    /// The CloudEvents source.
    let source: String
    /// The CloudEvents id; the same for the same saying in every rehearsal with the same seed.
    let id: String
    /// The body.
    let payload: any Payload

    init(_ type: EventType, from source: String, id: String, _ payload: any Payload) {
        self.type = type
        self.source = source
        self.id = id
        self.payload = payload
    }

    /// As it goes to the bus.
    func message(as user: String) -> OutgoingMessage {
        var body: [UInt8] = []
        Envelope(id: Reference(id), source: source, type: type).encode(payload: payload, into: &body)
        return OutgoingMessage(
            exchange: Topology.inboundExchange, routingKey: type.name, body: body,
            contentType: Envelope.structuredContentType, userID: user)
    }
}
