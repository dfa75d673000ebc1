/// A step of an onboarding case was taken: a sandbox, a security baseline, a simulation, a text that was shown.
public struct StepRecorded: PersonalRecord, Equatable {
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
    /// The step, by its id in the programme.
    public var step = ""
    /// What became of it.
    public var outcome = StepOutcome.passed
    /// Which version of the text was shown.
    public var textVersion: String?
    /// Where the evidence is, as the source names it.
    public var reference: String?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        engagement: String, step: String, outcome: StepOutcome, textVersion: String? = nil, reference: String? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.engagement = engagement
        self.step = step
        self.outcome = outcome
        self.textVersion = textVersion
        self.reference = reference
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "STP-18")
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
        visitor.field("step", &step, .text(1...100), "The step, by its id in the programme.", sample: "sandbox")
        visitor.field("outcome", &outcome, .any, "What became of it.", sample: .passed)
        visitor.field(
            "textVersion", &textVersion, .text(1...100), "Which version of the text was shown.", sample: "2025-09")
        visitor.field(
            "reference", &reference, .text(1...200), "Where the evidence is, as the source names it.",
            sample: "RUN-2291")
    }
}
