/// Reads an event whose attributes are headers and whose data is the body.
enum BinaryMode {
    /// How the headers of CloudEvents begin; the first in HTTP's way, the others in AMQP 1.0's.
    static let prefixes = ["ce-", "cloudEvents_", "cloudEvents:"]

    /// Reads a message.
    static func read(
        _ body: [UInt8], _ contentType: String?, _ headers: [String: String], limits: EnvelopeLimits,
        judge: EnvelopeJudge
    ) -> EnvelopeReader.Outcome {
        var attributes: [(prefix: String, name: String, value: String)] = []
        for (header, value) in headers {
            guard let prefix = prefixes.first(where: { begins(header, $0) }) else { continue }
            let name = String(header.dropFirst(prefix.count))
            attributes.append((prefix, prefix == "ce-" ? name.lowercased() : name, value))
        }
        attributes.sort { ($0.name, $0.prefix) < ($1.name, $1.prefix) }
        guard let first = attributes.first else { return .failure(notAnEvent(contentType)) }
        var parser = EnvelopeParser(judge: judge)
        if attributes.contains(where: { $0.prefix != first.prefix }) {
            parser.note("headers", "must all begin with the same one of \(prefixes.joined(separator: ", "))")
        }
        for attribute in attributes { take(attribute.name, attribute.value, &parser) }
        if let contentType { parser.takeContentType(contentType) }
        guard let envelope = parser.finish() else {
            return .failure(StructuredMode.refused(.invalidEnvelope, parser.problems, parser))
        }
        if body.isEmpty {
            return .success(
                ReadEvent(envelope: envelope, whole: nil, body: [], index: nil, node: nil, range: 0..<0))
        }
        return StructuredMode.inner(body, envelope, parser, whole: nil, limits: limits)
    }

    private static func take(_ name: String, _ value: String, _ parser: inout EnvelopeParser) {
        let attribute = AttributeName(rawValue: name) ?? .other
        var name = name
        var value = value
        switch attribute {
        case .data, .dataBase64: parser.note(name, "is no attribute: the body is the data")
        case .other:
            if !name.withUTF8({ AttributeText.isName(UnsafeRawBufferPointer($0)) }) {
                parser.note(name, "is no name of an attribute: lower-case letters and digits only")
            }
            if !value.withUTF8({ AttributeText.isClean(UnsafeRawBufferPointer($0)) }) {
                parser.note(name, AttributeText.uncleanMessage)
            }
        default: value.withUTF8 { parser.take(attribute, UnsafeRawBufferPointer($0)) }
        }
    }

    /// Headers of HTTP may be written in either case; those of AMQP may not.
    private static func begins(_ header: String, _ prefix: String) -> Bool {
        prefix == "ce-" ? header.prefix(3).lowercased() == prefix : header.hasPrefix(prefix)
    }

    private static func notAnEvent(_ contentType: String?) -> RefusedEvent {
        let found = contentType.map { "found \"\($0)\"" } ?? "found none"
        return RefusedEvent(
            .unknownContentType,
            [
                ContractProblem(
                    path: "content-type",
                    message: "must be \(Envelope.structuredContentType) or \(Envelope.batchContentType), "
                        + "or the attributes must be headers such as ce-id; \(found)")
            ])
    }
}
