/// Gathers the attributes of one event, from JSON members or from headers, and judges them.
struct EnvelopeParser {
    let judge: EnvelopeJudge
    private(set) var problems: [ContractProblem] = []
    private(set) var isVersioned = false
    private(set) var reference: Reference?
    private(set) var source: String?
    private(set) var type: EventType?
    private(set) var contentType: MediaType?
    private var isContentTypeBad = false
    private var subject: Reference?
    private var time: Timestamp?
    private var dataContentType: String?
    private var dataSchema: String?
    private var correlation: String?
    private var causation: String?
    private var traceparent: String?
    private var partitionKey: String?

    /// An empty parser.
    init(judge: EnvelopeJudge) {
        self.judge = judge
    }

    /// Whether the data is to be JSON.
    var isDataJSON: Bool { contentType?.isJSON ?? !isContentTypeBad }

    /// Notes a problem.
    mutating func note(_ path: String, _ message: String) {
        guard problems.count < ContractProblem.limit else { return }
        problems.append(ContractProblem(path: path, message: message))
    }

    /// Takes an attribute whose value is a text in valid UTF-8.
    mutating func take(_ name: AttributeName, _ text: UnsafeRawBufferPointer) {
        guard AttributeText.isClean(text) else {
            return note(name.rawValue, AttributeText.uncleanMessage)
        }
        if name == .time { return takeTime(text) }
        if name == .traceparent {
            if AttributeText.isTraceparent(text) { traceparent = String(decoding: text, as: UTF8.self) }
            return
        }
        guard !text.isEmpty else { return note(name.rawValue, "must not be empty") }
        if name != .dataschema, text.count > judge.keyLimit {
            return note(name.rawValue, "must have at most \(judge.keyLimit) bytes, found \(text.count)")
        }
        keep(name, text)
    }

    private mutating func keep(_ name: AttributeName, _ text: UnsafeRawBufferPointer) {
        switch name {
        case .specversion: takeVersion(text)
        case .id: reference = Reference(utf8: text)
        case .source: takeSource(text)
        case .type: type = Catalogue.contract(named: text)?.type ?? EventType(String(decoding: text, as: UTF8.self))
        case .subject: subject = Reference(utf8: text)
        case .datacontenttype: takeContentType(String(decoding: text, as: UTF8.self))
        case .dataschema:
            if URIReference.isAbsolute(text) {
                dataSchema = String(decoding: text, as: UTF8.self)
            } else {
                note(name.rawValue, "must be an absolute URI, found \(quoted(text))")
            }
        case .correlationid: correlation = String(decoding: text, as: UTF8.self)
        case .causationid: causation = String(decoding: text, as: UTF8.self)
        case .partitionkey: partitionKey = String(decoding: text, as: UTF8.self)
        case .time, .traceparent, .data, .dataBase64, .other: break
        }
    }

    private mutating func takeVersion(_ text: UnsafeRawBufferPointer) {
        isVersioned = true
        let isRight =
            text.count == 3 && text[0] == UInt8(ascii: "1") && text[1] == UInt8(ascii: ".")
            && text[2] == UInt8(ascii: "0")
        if !isRight { note("specversion", "must be \"1.0\", found \(quoted(text))") }
    }

    private mutating func takeSource(_ text: UnsafeRawBufferPointer) {
        let source = KnownSource.find(text) ?? String(decoding: text, as: UTF8.self)
        self.source = source
        if !URIReference.isValid(text) {
            note("source", "must be a URI reference (RFC 3986), found \(quoted(text))")
        }
    }

    private mutating func takeTime(_ text: UnsafeRawBufferPointer) {
        time = Timestamp(utf8: text)
        if time == nil {
            note("time", "must be a moment of RFC 3339 such as 2025-09-15T08:30:00Z, found \(quoted(text))")
        }
    }

    /// Takes what says how the data is written.
    mutating func takeContentType(_ text: String) {
        dataContentType = text
        // Nearly every message says so, and in these words.
        if text == "application/json" { return }
        contentType = MediaType(text)
        isContentTypeBad = true
        guard let contentType else { return note("datacontenttype", "must be a media type, found \"\(text)\"") }
        guard judge == .guildhall else { return }
        if !contentType.isJSON {
            note("datacontenttype", "must be JSON such as application/json, found \"\(text)\"")
        } else if !contentType.isUTF8 {
            note("datacontenttype", "must be in UTF-8, found \"\(text)\"")
        }
    }

    /// The envelope, when nothing is wrong; notes what is missing.
    mutating func finish() -> Envelope? {
        let missing = problems.map(\.path)
        if !isVersioned, !missing.contains("specversion") { note("specversion", "is required, and must be \"1.0\"") }
        if reference == nil, !missing.contains("id") { note("id", "is required") }
        if source == nil, !missing.contains("source") { note("source", "is required") }
        if type == nil, !missing.contains("type") { note("type", "is required") }
        guard problems.isEmpty, let reference, let source, let type else { return nil }
        var envelope = Envelope(id: reference, source: source, type: type)
        envelope.subjectReference = subject
        envelope.time = time
        envelope.dataContentType = dataContentType
        envelope.dataSchema = dataSchema
        envelope.correlation = correlation
        envelope.causation = causation
        envelope.traceparent = traceparent
        envelope.partitionKey = partitionKey
        return envelope
    }

    private func quoted(_ text: UnsafeRawBufferPointer) -> String {
        "\"\(String(decoding: text.prefix(60), as: UTF8.self))\(text.count > 60 ? "…" : "")\""
    }
}
