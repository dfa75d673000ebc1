import Contracts

/// Reads what other services send: CloudEvents in JSON, one or a batch, each with a UUIDv7 and a contractor as subject.
struct EventReader: Sendable {
    let service: ServiceName
    private static let limits = EnvelopeLimits(bytes: 4 << 20, depth: 64)

    /// The arrivals of a delivery, one an event; one that cannot be read is for a person.
    func arrivals(of delivery: Delivery) -> [Arrival] {
        guard delivery.contentType == Envelope.batchContentType else {
            return [arrival(body: delivery.body, mayBeApplied: delivery.redelivered)]
        }
        return EventReader.events(inBatch: delivery.body).map { outcome in
            var body = delivery.body
            if case .success(let event) = outcome, let whole = event.whole { body = Array(whole) }
            return Arrival(content: content(outcome, body), body: body, mayBeApplied: delivery.redelivered)
        }
    }

    /// The arrival of one event's JSON.
    func arrival(body: [UInt8], mayBeApplied: Bool = false) -> Arrival {
        let outcome = EnvelopeReader.event(of: body, limits: EventReader.limits)
        return Arrival(content: content(outcome, body), body: body, mayBeApplied: mayBeApplied)
    }

    /// How many events a batch holds.
    static func count(inBatch body: [UInt8]) -> Int { events(inBatch: body).count }

    private static func events(inBatch body: [UInt8]) -> [EnvelopeReader.Outcome] {
        EnvelopeReader.read(body: body, contentType: Envelope.batchContentType, headers: [:], limits: limits)
    }

    private func content(_ outcome: EnvelopeReader.Outcome, _ body: [UInt8]) -> Arrival.Content {
        let event: ReadEvent
        switch outcome {
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
