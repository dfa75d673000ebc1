extension Contract {
    /// The `$id` of the contract's schema.
    public var schemaID: String { "urn:guildhall:contract:\(type.name)" }

    /// The UUIDv7 of every sample of an event.
    private static let sampleID = Identifier(high: 0x0199_32DA_E798_7000, low: 0x8000_0000_0000_0001)

    /// A whole event with the sample body, as it goes over the bus.
    public var sampleEvent: [UInt8] {
        var bytes: [UInt8] = []
        let moment = Timestamp(microseconds: 1_757_494_831_000_000)
        switch direction {
        case .inbound:
            var envelope = Envelope(
                id: .text("sample-\(type.name)"), source: Identifier.sampleSource, type: type)
            envelope.time = moment
            envelope.encode(payload: sample, into: &bytes)
        case .event, .outboundOnly, .answer:
            Envelope.encode(
                id: Contract.sampleID, source: Envelope.source(of: owner), type: type,
                subject: .sample("contractor"), time: moment, correlation: "sample-story",
                causation: "sample-cause", payload: sample, into: &bytes)
        }
        return bytes
    }

    /// The JSON Schema (draft 7) of a whole event.
    public var schema: JSONDocument {
        var schema: JSONDocument = [
            "$schema": "http://json-schema.org/draft-07/schema#",
            "$id": .string(schemaID),
        ]
        if case .object(let members) = eventSchema {
            for member in members { schema[member.key] = member.value }
        }
        return schema
    }

    /// The schema of a whole event without its name.
    var eventSchema: JSONDocument {
        [
            "title": .string(type.name),
            "description": .string(summary),
            "type": "object",
            "required": .array(EnvelopeSchema.required(direction) + ["data"]),
            "properties": .object(
                EnvelopeSchema.attributes(type: type.name, direction) + [.init("data", payload.schema)]),
        ]
    }
}
