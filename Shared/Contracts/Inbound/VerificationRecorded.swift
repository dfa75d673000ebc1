/// An outside check of somebody: ordered, under way, or answered.
public struct VerificationRecorded: PersonalRecord, Equatable {
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
    public var engagement: String?
    /// What is checked.
    public var check = ""
    /// How far the check has come.
    public var status = VerificationStatus.requested
    /// The order's id at the provider.
    public var providerReference = ""

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        engagement: String? = nil, check: String, status: VerificationStatus, providerReference: String
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.engagement = engagement
        self.check = check
        self.status = status
        self.providerReference = providerReference
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "VER-1")
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
        visitor.field("check", &check, .text(1...100), "What is checked.", sample: "right-to-work")
        visitor.field("status", &status, .any, "How far the check has come.", sample: .clear)
        visitor.field(
            "providerReference", &providerReference, .text(1...200),
            "The order's id at the provider.", sample: "BG-771204")
    }
}
