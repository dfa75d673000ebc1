/// A client spoke well of a worker's work (INC-16); the words stay at the source until the worker releases them.
public struct TestimonialRecorded: PersonalRecord, Equatable {
    /// The record's id in the system that sends it; the same in every revision.
    public var id = ""
    /// Grows with every change of the record; the highest wins.
    public var revision: Int64 = 0
    /// When it happened in the world.
    public var eventTime = Timestamp(microseconds: 0)
    /// When the system recorded it.
    public var recordedTime: Timestamp?
    /// Whom the record is about.
    public var person = Person()
    /// The record id of the engagement.
    public var engagement = ""
    /// Where the words are, as the source names it.
    public var reference = ""
    /// The SHA-256 of the words, in hexadecimal.
    public var hash = ""

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        engagement: String, reference: String, hash: String
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.engagement = engagement
        self.reference = reference
        self.hash = hash
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "TST-9")
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
        visitor.field(
            "reference", &reference, .text(1...200), "Where the words are, as the source names it.", sample: "TST-9")
        visitor.field(
            "hash", &hash, .text(1...100), "The SHA-256 of the words, in hexadecimal.",
            sample: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    }
}
