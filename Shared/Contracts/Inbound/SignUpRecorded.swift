/// A worker opened a sign-up link and agreed to what it shows (ONB-07 to ONB-09).
public struct SignUpRecorded: PersonalRecord, Equatable {
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
    /// The link's token, as it was given to the worker.
    public var link = ""
    /// How it was said.
    public var channel = ""
    /// In which language it was read.
    public var language: String?
    /// Which version of the opt-in text was shown.
    public var optInText = ""
    /// Which version of the terms was accepted.
    public var termsText = ""
    /// Which version of the confirmation of independent status was shown.
    public var independentStatusText = ""
    /// Whether the worker confirmed to be an independent contractor.
    public var independentStatus = false
    /// Which version of the reward statement was shown.
    public var statement: String?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person, link: String,
        channel: String, language: String? = nil, optInText: String, termsText: String, independentStatusText: String,
        independentStatus: Bool, statement: String? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.link = link
        self.channel = channel
        self.language = language
        self.optInText = optInText
        self.termsText = termsText
        self.independentStatusText = independentStatusText
        self.independentStatus = independentStatus
        self.statement = statement
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "SGN-31")
        visitor.field(
            "link", &link, .text(1...200), "The link's token, as it was given to the worker.",
            sample: "0mV3u0nq2tq8x1oZkN7c0A")
        visitor.field("channel", &channel, .text(1...50), "How it was said.", sample: "web")
        visitor.field("language", &language, .language, "In which language it was read.", sample: "en-US")
        visitor.field(
            "optInText", &optInText, .text(1...100), "Which version of the opt-in text was shown.", sample: "2025-09")
        visitor.field(
            "termsText", &termsText, .text(1...100), "Which version of the terms was accepted.", sample: "2025-09")
        visitor.field(
            "independentStatusText", &independentStatusText, .text(1...100),
            "Which version of the confirmation of independent status was shown.", sample: "2025-09")
        visitor.field(
            "independentStatus", &independentStatus, .any,
            "Whether the worker confirmed to be an independent contractor.", sample: true)
        visitor.field(
            "statement", &statement, .text(1...100), "Which version of the reward statement was shown.",
            sample: "9f2c41d07a3b")
    }
}
