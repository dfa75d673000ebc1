/// A worker is to be invited to an offering, or an invitation is taken back (ONB-13, ONB-24).
public struct InvitationRecorded: PersonalRecord, Equatable {
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
    /// The offering of the pathway.
    public var offering = ""
    /// The batch of a season that it belongs to.
    public var batch: String?
    /// On which way the worker is to be reached.
    public var channel: NoticeChannel?
    /// The worker's language, where the source knows it.
    public var language: String?
    /// Whether the invitation is taken back.
    public var isWithdrawn = false
    /// The record id of the engagement.
    public var engagement: String?
    /// The client for whom the worker is invited; experiments that assign whole clients need it.
    public var client: String?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        programme: String, pathway: String, offering: String, batch: String? = nil, channel: NoticeChannel? = nil,
        language: String? = nil, isWithdrawn: Bool = false, engagement: String? = nil,
        client: String? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.programme = programme
        self.pathway = pathway
        self.offering = offering
        self.batch = batch
        self.channel = channel
        self.language = language
        self.isWithdrawn = isWithdrawn
        self.engagement = engagement
        self.client = client
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "INV-512")
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field("pathway", &pathway, .text(1...100), "The pathway of the programme.", sample: "retail-associate")
        visitor.field(
            "offering", &offering, .text(1...100), "The offering of the pathway.", sample: "retail-associate-2025H")
        visitor.field(
            "batch", &batch, .text(1...100), "The batch of a season that it belongs to.", sample: "holiday-2025")
        visitor.field("channel", &channel, .any, "On which way the worker is to be reached.", sample: .email)
        visitor.field(
            "language", &language, .language, "The worker's language, where the source knows it.", sample: "es")
        visitor.field(
            "isWithdrawn", &isWithdrawn, .absent(false), "Whether the invitation is taken back.", sample: false)
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
        visitor.field(
            "client", &client, .text(1...200),
            "The client for whom the worker is invited; experiments that assign whole clients need it.",
            sample: "stores-west")
    }
}
