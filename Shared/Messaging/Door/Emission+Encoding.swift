import Contracts

extension Decisions.Emission {
    /// Appends the event as it travels: CloudEvents, structured JSON; its cause's story goes on.
    func encode(id: Identifier, service: ServiceName, at moment: Timestamp, into bytes: inout [UInt8]) {
        Envelope.encode(
            id: id, source: Envelope.source(of: service), type: type, subject: contractor, time: moment,
            correlation: cause.correlation, causation: cause.messageID, traceparent: cause.traceparent,
            payload: payload, into: &bytes)
    }
}
