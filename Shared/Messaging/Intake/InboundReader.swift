import Contracts
import Crypto

/// Reads what outside publishers send, strictly: what is not right is refused with a reason that a stranger understands.
struct InboundReader: Sendable {
    let service: ServiceName
    let intake: Set<EventType>
    let registry: SourceRegistry
    let limits: EnvelopeLimits
    let keptOfTooLarge: Int

    /// The arrivals of a delivery: one, or one an event of a batch message.
    ///
    /// - Throws: when the registered sources cannot be read.
    func arrivals(of delivery: Delivery) async throws -> [Arrival] {
        var headers: [String: String] = [:]
        for (name, value) in delivery.headers { headers[name] = value.attribute }
        let answer = InboundReader.answerAddress(of: delivery)
        let read = EnvelopeReader.read(
            body: delivery.body, contentType: delivery.contentType, headers: headers, limits: limits)
        var arrivals: [Arrival] = []
        arrivals.reserveCapacity(read.count)
        for (position, result) in read.enumerated() {
            var arrival: Arrival
            switch result {
            case .success(let event): arrival = try await judged(event, delivery)
            case .failure(let refused):
                let unique = read.count > 1 ? "#\(position)" : ""
                arrival = Arrival(content: .refused(message(refused, delivery, unique)), body: delivery.body)
            }
            if delivery.body.count > limits.bytes {
                arrival.original = (delivery.body.count, Array(SHA256.hash(data: delivery.body)))
                arrival.body = Array(delivery.body.prefix(keptOfTooLarge))
            }
            arrival.brokerUser = delivery.userID
            arrival.answer = answer
            arrival.mayBeApplied = delivery.redelivered
            arrivals.append(arrival)
        }
        return arrivals
    }

    /// The arrival of a message that waited for another attempt; its sender was judged when it first came.
    func arrival(ofRetried message: RetriedMessage, body: [UInt8]) -> Arrival {
        let read = EnvelopeReader.read(
            body: body, contentType: Envelope.structuredContentType, headers: [:], limits: limits)
        guard case .success(let event)? = read.first else { return message.unreadable }
        return Arrival(content: content(of: event), body: body)
    }

    /// Checks who sent an event and where it came in, then reads it.
    private func judged(_ event: ReadEvent, _ delivery: Delivery) async throws -> Arrival {
        let envelope = event.envelope
        let kept = event.whole ?? event.data ?? []
        // Only an event of several in one message is copied out of it.
        let body = kept.count == delivery.body.count ? delivery.body : Array(kept)
        func refused(_ code: String, _ path: String, _ text: String) -> Arrival {
            let refusal = Refusal(code: code, path: path, message: text)
            return Arrival(
                content: .refused(
                    RefusedMessage(
                        source: envelope.source, messageID: envelope.id, type: envelope.type.name, refusal: refusal)),
                body: body)
        }
        guard let user = delivery.userID else {
            return refused(
                "missing-user", "user-id",
                "the message carries no user-id property; set it to the broker user that publishes it")
        }
        guard try await registry.allows(user, envelope.source) else {
            return refused(
                "unregistered-source", "source",
                "the source \"\(envelope.source)\" is not registered for the broker user \"\(user)\"; "
                    + "have it registered, or send the registered one")
        }
        guard Catalogue.contract(of: envelope.type) != nil else {
            return refused(
                "unknown-type", "type",
                "there is no type \"\(envelope.type)\"; the types are listed in the AsyncAPI document")
        }
        guard intake.contains(envelope.type), delivery.routingKey == envelope.type.name else {
            return refused(
                "wrong-routing-key", "type",
                "the message came under the routing key \"\(delivery.routingKey)\", but its type is "
                    + "\"\(envelope.type)\"; publish an inbound type to guildhall.inbound with its type as routing key")
        }
        return arrival(of: event, body)
    }

    private func arrival(of event: ReadEvent, _ body: [UInt8]) -> Arrival {
        let content = content(of: event)
        guard event.whole == nil, case .item(let item) = content else { return Arrival(content: content, body: body) }
        // What came in binary mode is kept in structured mode, so that a kept message is always one piece.
        var whole: [UInt8] = []
        event.envelope.encode(payload: item.payload, into: &whole)
        return Arrival(content: content, body: whole)
    }

    private func content(of event: ReadEvent) -> Arrival.Content {
        let envelope = event.envelope
        switch event.decode() {
        case .failure(let refused):
            return .refused(
                RefusedMessage(
                    source: envelope.source, messageID: envelope.id, type: envelope.type.name,
                    refusal: refused.refusal))
        case .success(let payload):
            let person = payload.about
            return .item(
                Item(
                    id: .derived("message", envelope.source, envelope.id), origin: .inbound, type: envelope.type,
                    source: envelope.source, messageID: envelope.id,
                    contractor: person.map { .contractor(source: envelope.source, workerId: $0.workerId) },
                    time: envelope.time ?? .hostClock, correlation: envelope.correlation ?? envelope.id,
                    traceparent: envelope.traceparent, payload: payload))
        }
    }

    /// A message that cannot even be filed under its own id is filed under its sender and its content.
    private func message(_ refused: RefusedEvent, _ delivery: Delivery, _ unique: String) -> RefusedMessage {
        let digest = AuditChain.hex(Array(SHA256.hash(data: delivery.body)))
        return RefusedMessage(
            source: refused.source ?? "user:\(delivery.userID ?? "")",
            messageID: refused.id ?? "sha256:\(digest)\(unique)",
            type: refused.type ?? "", refusal: refused.refusal)
    }

    /// Only direct reply-to addresses are answered: any other would let a publisher write into somebody's queue.
    private static func answerAddress(of delivery: Delivery) -> AnswerAddress? {
        guard let replyTo = delivery.replyTo, replyTo.hasPrefix("\(Topology.directReplyQueue).") else { return nil }
        return AnswerAddress(replyTo: replyTo, correlationID: delivery.correlationID)
    }
}

extension RefusedEvent {
    /// The refusal as it is kept and answered.
    var refusal: Refusal {
        let isMissing = code == .invalidData && problems.first?.message == "is required"
        return Refusal(
            code: isMissing ? "missing-field" : code.rawValue, path: problems.first?.path ?? "", message: message)
    }
}

extension HeaderValue {
    /// The header as a CloudEvents attribute; nil for kinds that no attribute has.
    var attribute: String? {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .bool(let flag): flag ? "true" : "false"
        case .other: nil
        }
    }
}
