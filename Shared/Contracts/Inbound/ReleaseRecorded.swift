/// A worker released a case study or a testimonial, changed it, or declined (INC-16).
public struct ReleaseRecorded: PersonalRecord, Equatable {
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
    /// The programme.
    public var programme = ""
    /// The pathway of the programme.
    public var pathway = ""
    /// What was decided.
    public var decision = ReleaseDecision.accepted
    /// Which version of the standard release was shown.
    public var textVersion = ""
    /// The SHA-256 of the words as released, in hexadecimal.
    public var hash: String?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        programme: String, pathway: String, decision: ReleaseDecision, textVersion: String, hash: String? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.programme = programme
        self.pathway = pathway
        self.decision = decision
        self.textVersion = textVersion
        self.hash = hash
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "REL-2")
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field("pathway", &pathway, .text(1...100), "The pathway of the programme.", sample: "retail-associate")
        visitor.field("decision", &decision, .any, "What was decided.", sample: .accepted)
        visitor.field(
            "textVersion", &textVersion, .text(1...100), "Which version of the standard release was shown.",
            sample: "2025-09")
        visitor.field(
            "hash", &hash, .text(1...100), "The SHA-256 of the words as released, in hexadecimal.",
            sample: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    }
}
