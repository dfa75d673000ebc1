import Foundation

/// The members of a CloudEvent that mean something here.
enum AttributeName: String, CaseIterable {
    case specversion
    case id
    case source
    case type
    case subject
    case time
    case datacontenttype
    case dataschema
    case correlationid
    case causationid
    case traceparent
    case partitionkey
    case data
    case dataBase64 = "data_base64"
    /// Any other: an extension that is judged and not kept.
    case other = ""

    /// The member of a name; by length first, so that at most four names are compared.
    init(_ name: UnsafeRawBufferPointer) {
        let rest: AttributeName = .other
        switch name.count {
        case 2: self = AttributeName.equal(name, "id") ? .id : rest
        case 4:
            self =
                AttributeName.equal(name, "type")
                ? .type : AttributeName.equal(name, "time") ? .time : AttributeName.equal(name, "data") ? .data : rest
        case 6: self = AttributeName.equal(name, "source") ? .source : rest
        case 7: self = AttributeName.equal(name, "subject") ? .subject : rest
        case 10: self = AttributeName.equal(name, "dataschema") ? .dataschema : rest
        case 11:
            self =
                AttributeName.equal(name, "specversion")
                ? .specversion
                : AttributeName.equal(name, "causationid")
                    ? .causationid
                    : AttributeName.equal(name, "traceparent")
                        ? .traceparent : AttributeName.equal(name, "data_base64") ? .dataBase64 : rest
        case 12: self = AttributeName.equal(name, "partitionkey") ? .partitionkey : rest
        case 13: self = AttributeName.equal(name, "correlationid") ? .correlationid : rest
        case 15: self = AttributeName.equal(name, "datacontenttype") ? .datacontenttype : rest
        default: self = rest
        }
    }

    /// Whether a name as long as the text is the text; reads no further than the name.
    @inline(__always)
    private static func equal(_ name: UnsafeRawBufferPointer, _ text: StaticString) -> Bool {
        guard let start = name.baseAddress else { return false }
        return memcmp(start, text.utf8Start, name.count) == 0
    }
}
