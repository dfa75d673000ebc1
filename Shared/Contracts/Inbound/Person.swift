/// Somebody, as an outside system knows them: ids only, never a name or an address.
public struct Person: Payload, Equatable {
    /// The worker's id in the system that sends the record.
    public var workerId = ""
    /// An id that stays the same across this source's worker ids; a shared one links them.
    public var personId: String?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        workerId: String, personId: String? = nil
    ) {
        self.workerId = workerId
        self.personId = personId
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field(
            "workerId", &workerId, .text(1...200),
            "The worker's id in the system that sends the record.", sample: "W-20871")
        visitor.field(
            "personId", &personId, .text(1...200),
            "An id that stays the same across this source's worker ids; a shared one links them.", sample: "P-5512")
    }
}
