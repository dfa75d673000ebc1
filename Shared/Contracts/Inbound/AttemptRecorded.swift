/// A worker started, saved or handed in a layer of an assessment; the event time is the clock of the server that took
/// it (ASM-05, ASM-26).
public struct AttemptRecorded: PersonalRecord, Equatable {
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
    /// The offering of the pathway.
    public var offering = ""
    /// The attempt, by its id at the source.
    public var attempt = ""
    /// What was done.
    public var action = AttemptAction.submitted
    /// The layer.
    public var layer = AssessmentLayer.quiz
    /// The chosen option of each item, by the items' ids.
    public var answers: [String: String] = [:]
    /// Where the submitted work is, as the source names it.
    public var submission: String?
    /// The SHA-256 of the submitted work, in hexadecimal.
    public var submissionHash: String?
    /// By what the time limit is multiplied for this worker.
    public var timeFactor: Decimal6?
    /// The record id of the engagement.
    public var engagement: String?
    /// Whether it is for the renewal of a credential.
    public var isRenewal = false

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        programme: String, offering: String, attempt: String, action: AttemptAction, layer: AssessmentLayer,
        answers: [String: String] = [:], submission: String? = nil, submissionHash: String? = nil,
        timeFactor: Decimal6? = nil, engagement: String? = nil, isRenewal: Bool = false
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.programme = programme
        self.offering = offering
        self.attempt = attempt
        self.action = action
        self.layer = layer
        self.answers = answers
        self.submission = submission
        self.submissionHash = submissionHash
        self.timeFactor = timeFactor
        self.engagement = engagement
        self.isRenewal = isRenewal
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "ACT-1")
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "offering", &offering, .text(1...100), "The offering of the pathway.", sample: "retail-associate-2025H")
        visitor.field("attempt", &attempt, .text(1...200), "The attempt, by its id at the source.", sample: "ATT-1")
        visitor.field("action", &action, .any, "What was done.", sample: .submitted)
        visitor.field("layer", &layer, .any, "The layer.", sample: .quiz)
        visitor.field(
            "answers", &answers, .map(0...200, keys: 1...64, values: 1...200),
            "The chosen option of each item, by the items' ids.", sample: ["till-1": "b"])
        visitor.field(
            "submission", &submission, .text(1...200), "Where the submitted work is, as the source names it.",
            sample: "FILE-8802")
        visitor.field(
            "submissionHash", &submissionHash, .text(1...100), "The SHA-256 of the submitted work, in hexadecimal.",
            sample: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        visitor.field(
            "timeFactor", &timeFactor, .decimal(1...10), "By what the time limit is multiplied for this worker.",
            sample: Decimal6(millionths: 1_500_000))
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
        visitor.field(
            "isRenewal", &isRenewal, .absent(false), "Whether it is for the renewal of a credential.", sample: false)
        visitor.check("layer", "a worker attempts the layers quiz and practical", layer != .review)
    }
}
