extension Envelope {
    /// The content type of one event with its data in one JSON object.
    public static let structuredContentType = "application/cloudevents+json"
    /// The content type of a list of such events.
    public static let batchContentType = "application/cloudevents-batch+json"

    /// Appends an event in structured mode; the buffer is the caller's to use again.
    public static func encode(
        id: Identifier, source: String, type: EventType, subject: Identifier?, time: Timestamp,
        correlation: String? = nil, causation: String? = nil, traceparent: String? = nil, payload: any Payload,
        into bytes: inout [UInt8]
    ) {
        append("{\"specversion\":\"1.0\",\"id\":\"", to: &bytes)
        id.append(to: &bytes)
        append("\",\"source\":", to: &bytes)
        JSONWriter.string(source, to: &bytes)
        append(",\"type\":", to: &bytes)
        JSONWriter.string(type.name, to: &bytes)
        if let subject {
            append(",\"subject\":\"", to: &bytes)
            subject.append(to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        append(",\"time\":\"", to: &bytes)
        time.append(to: &bytes)
        append("\",\"datacontenttype\":\"application/json\"", to: &bytes)
        append(",\"correlationid\":", correlation, to: &bytes)
        append(",\"causationid\":", causation, to: &bytes)
        append(",\"traceparent\":", traceparent, to: &bytes)
        append(",\"data\":", to: &bytes)
        Catalogue.encode(payload, into: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    /// Appends an event of this envelope in structured mode, as an outside publisher would send it.
    public func encode(payload: any Payload, into bytes: inout [UInt8]) {
        Envelope.append("{\"specversion\":\"1.0\",\"id\":", to: &bytes)
        reference.append(to: &bytes)
        Envelope.append(",\"source\":", source, to: &bytes)
        Envelope.append(",\"type\":", type.name, to: &bytes)
        if let subjectReference {
            Envelope.append(",\"subject\":", to: &bytes)
            subjectReference.append(to: &bytes)
        }
        if let time {
            Envelope.append(",\"time\":\"", to: &bytes)
            time.append(to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        Envelope.append(",\"datacontenttype\":", dataContentType ?? "application/json", to: &bytes)
        Envelope.append(",\"dataschema\":", dataSchema, to: &bytes)
        Envelope.append(",\"correlationid\":", correlation, to: &bytes)
        Envelope.append(",\"causationid\":", causation, to: &bytes)
        Envelope.append(",\"traceparent\":", traceparent, to: &bytes)
        Envelope.append(",\"partitionkey\":", partitionKey, to: &bytes)
        Envelope.append(",\"data\":", to: &bytes)
        Catalogue.encode(payload, into: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    @inline(__always)
    private static func append(_ text: StaticString, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always)
    private static func append(_ name: StaticString, _ value: String?, to bytes: inout [UInt8]) {
        guard let value else { return }
        append(name, to: &bytes)
        JSONWriter.string(value, to: &bytes)
    }
}
