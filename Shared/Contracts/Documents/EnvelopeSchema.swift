/// The JSON Schema of the CloudEvents attributes.
enum EnvelopeSchema {
    /// The attributes that must be there.
    static func required(_ direction: Contract.Direction) -> [JSONDocument] {
        let always: [JSONDocument] = ["specversion", "id", "source", "type"]
        return switch direction {
        case .inbound: always
        case .event, .outboundOnly: always + ["subject", "time"]
        case .answer: always + ["time"]
        }
    }

    /// The attributes of an event of a type.
    static func attributes(type: String, _ direction: Contract.Direction) -> [JSONDocument.Member] {
        let isOurs = direction != .inbound
        return [
            .init("specversion", ["description": "The version of CloudEvents.", "const": "1.0"]),
            .init(
                "id",
                isOurs
                    ? described("The id of the message: a UUIDv7.", Identifier.schema(.any))
                    : text("Unique within the source; a message sent again keeps it.", 1...500)),
            .init(
                "source",
                described(
                    isOurs
                        ? "The service that says so."
                        : "The system that sends: a URI reference registered for the broker user.",
                    ["type": "string", "minLength": 1, "maxLength": 500, "format": "uri-reference"])),
            .init("type", ["description": "What happened.", "const": .string(type)]),
            .init(
                "subject",
                isOurs
                    ? described("The contractor whom it is about.", Identifier.schema(.any))
                    : optional("Whom it is about; not read.", 1...500)),
            .init(
                "time",
                isOurs
                    ? described("When it was said.", Timestamp.schema(.any))
                    : nullable("When it was sent.", Timestamp.schema(.any))),
            .init(
                "datacontenttype",
                nullable("JSON, which is meant where it is absent.", ["type": "string", "minLength": 1])),
            .init(
                "dataschema",
                nullable("An absolute URI; not read.", ["type": "string", "minLength": 1, "format": "uri"])),
            .init("correlationid", optional("Ties the messages of one story together.", 1...500)),
            .init("causationid", optional("The id of the message that caused this one.", 1...500)),
            .init("traceparent", optional("The W3C trace context.", 0...500)),
            .init("partitionkey", optional("Not read: Guildhall computes the partition.", 1...500)),
        ]
    }

    private static func text(_ description: String, _ length: ClosedRange<Int>) -> JSONDocument {
        described(description, String.schema(.text(length)))
    }

    private static func optional(_ description: String, _ length: ClosedRange<Int>) -> JSONDocument {
        nullable(description, String.schema(.text(length)))
    }

    private static func nullable(_ description: String, _ schema: JSONDocument) -> JSONDocument {
        var schema = described(description, schema)
        schema["type"] = ["string", "null"]
        return schema
    }

    private static func described(_ description: String, _ schema: JSONDocument) -> JSONDocument {
        var described: JSONDocument = ["description": .string(description)]
        if case .object(let members) = schema {
            for member in members { described[member.key] = member.value }
        }
        return described
    }
}
