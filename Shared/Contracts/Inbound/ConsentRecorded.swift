/// Somebody agreed to a text, or took the agreement back.
public struct ConsentRecorded: PersonalRecord, Equatable {
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
    /// What was decided.
    public var decision = ConsentDecision.given
    /// What for; participation opts into a programme.
    public var purpose = ""
    /// Which version of the text was shown.
    public var textVersion = ""
    /// Whose word it rests on.
    public var basis = ConsentBasis.worker
    /// How it was said.
    public var channel: String?
    /// In which language the text was read.
    public var language: String?
    /// The programme opted into.
    public var programme: String?
    /// The pathway of that programme.
    public var pathway: String?
    /// The offering of that pathway.
    public var offering: String?
    /// The record id of the engagement.
    public var engagement: String?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        decision: ConsentDecision, purpose: String, textVersion: String, basis: ConsentBasis, channel: String? = nil,
        language: String? = nil, programme: String? = nil, pathway: String? = nil, offering: String? = nil,
        engagement: String? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.decision = decision
        self.purpose = purpose
        self.textVersion = textVersion
        self.basis = basis
        self.channel = channel
        self.language = language
        self.programme = programme
        self.pathway = pathway
        self.offering = offering
        self.engagement = engagement
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "CON-90331")
        visitor.field(
            "decision", &decision, .any,
            "What was decided; a record that is revised to withdraw has the moment as its event time.", sample: .given)
        visitor.field(
            "purpose", &purpose, .text(1...100),
            "What for; participation opts into a programme.", sample: "participation")
        visitor.field(
            "textVersion", &textVersion, .text(1...100), "Which version of the text was shown.", sample: "2025-09")
        visitor.field("basis", &basis, .any, "Whose word it rests on.", sample: .worker)
        visitor.field("channel", &channel, .text(1...50), "How it was said.", sample: "web")
        visitor.field("language", &language, .language, "In which language the text was read.", sample: "en-US")
        visitor.field("programme", &programme, .text(1...100), "The programme opted into.", sample: "retail-seasonal")
        visitor.field("pathway", &pathway, .text(1...100), "The pathway of that programme.", sample: "retail-associate")
        visitor.field(
            "offering", &offering, .text(1...100), "The offering of that pathway.", sample: "retail-associate-2025H")
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
    }
}
