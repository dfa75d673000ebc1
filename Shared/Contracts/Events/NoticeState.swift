/// Something that a person is to be told, once; the words are in the programme (ONB-10, ONB-26).
public struct NoticeState: Payload, Equatable {
    /// The notice; the same cause and number give the same id.
    public var notice = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// What is told.
    public var kind = NoticeKind.reminder
    /// The number in its series, from 1.
    public var number: Int64 = 0
    /// The programme.
    public var programme = ""
    /// The version of the programme that decided.
    public var programmeVersion: Int64 = 0
    /// The enrolment that it is about.
    public var enrolment: Identifier?
    /// The onboarding case that it is about.
    public var onboardingCase: Identifier?
    /// On which way.
    public var channel: NoticeChannel?
    /// In which language.
    public var language = ""
    /// The text, by its id in the programme.
    public var text = ""
    /// The version of the text.
    public var textVersion = ""
    /// When it was due.
    public var dueAt = Timestamp(microseconds: 0)
    /// When it was issued.
    public var issuedAt = Timestamp(microseconds: 0)

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        notice: Identifier, contractor: Identifier, kind: NoticeKind, number: Int64, programme: String,
        programmeVersion: Int64, enrolment: Identifier? = nil, onboardingCase: Identifier? = nil,
        channel: NoticeChannel? = nil, language: String, text: String, textVersion: String, dueAt: Timestamp,
        issuedAt: Timestamp
    ) {
        self.notice = notice
        self.contractor = contractor
        self.kind = kind
        self.number = number
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.enrolment = enrolment
        self.onboardingCase = onboardingCase
        self.channel = channel
        self.language = language
        self.text = text
        self.textVersion = textVersion
        self.dueAt = dueAt
        self.issuedAt = issuedAt
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field(
            "notice", &notice, .any, "The notice; the same cause and number give the same id.",
            sample: .sample("notice"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("kind", &kind, .any, "What is told.", sample: .reminder)
        visitor.field("number", &number, .integer(1...1_000_000), "The number in its series, from 1.", sample: 1)
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field("enrolment", &enrolment, .any, "The enrolment that it is about.", sample: .sample("enrolment"))
        visitor.field(
            "onboardingCase", &onboardingCase, .any, "The onboarding case that it is about.",
            sample: .sample("onboardingCase"))
        visitor.field("channel", &channel, .any, "On which way.", sample: .email)
        visitor.field("language", &language, .language, "In which language.", sample: "es")
        visitor.field("text", &text, .text(1...100), "The text, by its id in the programme.", sample: "reminder")
        visitor.field("textVersion", &textVersion, .text(1...100), "The version of the text.", sample: "2025-09")
        visitor.field("dueAt", &dueAt, .any, "When it was due.", sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field(
            "issuedAt", &issuedAt, .any, "When it was issued.", sample: Timestamp(microseconds: 1_757_494_800_000_000))
    }
}
