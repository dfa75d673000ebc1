import Contracts

extension Decisions.Emission {
    /// Where the event goes: its type, and the partition of its contractor.
    var routingKey: String { type.routingKey(Partition(of: contractor)) }

    /// The event as it travels: CloudEvents, structured JSON; its cause's story goes on.
    func encoded(id: Identifier, service: ServiceName, at moment: Timestamp) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(900)
        Envelope.encode(
            id: id, source: Envelope.source(of: service), type: type, subject: contractor, time: moment,
            correlation: cause.correlation, causation: cause.messageID, traceparent: cause.traceparent,
            payload: payload, into: &bytes)
        return bytes
    }
}
