import Contracts

/// Reads what other services send: CloudEvents in structured JSON with a UUIDv7 and a contractor as subject.
struct EventReader: Sendable {
    let service: ServiceName
    let limits = EnvelopeLimits(bytes: 4 << 20, depth: 64)

    /// The arrival of a delivery; one that cannot be read is for a person.
    func arrival(of delivery: Delivery) -> Arrival {
        arrival(body: delivery.body, redelivered: delivery.redelivered)
    }

    /// The arrival of an event's JSON.
    func arrival(body: [UInt8], redelivered: Bool = false) -> Arrival {
        Arrival(content: content(body), body: body, redelivered: redelivered)
    }

    private func content(_ body: [UInt8]) -> Arrival.Content {
        let read = EnvelopeReader.read(
            body: body, contentType: Envelope.structuredContentType, headers: [:], limits: limits)
        guard let first = read.first else { return unreadable(body, nil, "it holds no event") }
        let event: ReadEvent
        switch first {
        case .success(let read): event = read
        case .failure(let refused): return unreadable(body, refused, refused.message)
        }
        let envelope = event.envelope
        guard let id = envelope.identifier, let subject = envelope.subjectIdentifier else {
            return unreadable(body, nil, "its id and its subject must be UUIDs")
        }
        switch event.decode() {
        case .success(let payload):
            return .item(
                Item(
                    id: id, origin: .event, type: envelope.type, source: envelope.source, messageID: envelope.id,
                    contractor: subject, time: envelope.time ?? Timestamp(microseconds: id.microseconds),
                    correlation: envelope.correlation ?? envelope.id, traceparent: envelope.traceparent,
                    payload: payload))
        case .failure(let refused):
            return unreadable(body, refused, refused.message, id: id)
        }
    }

    private func unreadable(
        _ body: [UInt8], _ refused: RefusedEvent?, _ reason: String, id: Identifier? = nil
    ) -> Arrival.Content {
        .unreadable(
            id: id ?? .derived("unreadable", String(decoding: body, as: UTF8.self)),
            source: refused?.source ?? Envelope.source(of: service), messageID: refused?.id ?? "",
            type: refused?.type ?? "", reason: reason)
    }
}
