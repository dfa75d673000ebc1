/// A reviewer scored a practical task, or held a live review (ASM-03, ASM-07).
public struct ReviewRecorded: PersonalRecord, Equatable {
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
    /// The layer.
    public var layer = AssessmentLayer.practical
    /// Who reviewed, by an id of the source.
    public var reviewer = ""
    /// Which version of the rubric was used.
    public var rubricVersion: String?
    /// The level reached in each criterion.
    public var levels: [String: String] = [:]
    /// A comment on each criterion.
    public var comments: [String: String] = [:]
    /// What a live review came to.
    public var decision: ReviewDecision?
    /// How long it took.
    public var minutes: Int64?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        programme: String, offering: String, attempt: String, layer: AssessmentLayer, reviewer: String,
        rubricVersion: String? = nil, levels: [String: String] = [:], comments: [String: String] = [:],
        decision: ReviewDecision? = nil, minutes: Int64? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.programme = programme
        self.offering = offering
        self.attempt = attempt
        self.layer = layer
        self.reviewer = reviewer
        self.rubricVersion = rubricVersion
        self.levels = levels
        self.comments = comments
        self.decision = decision
        self.minutes = minutes
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "RVW-4")
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "offering", &offering, .text(1...100), "The offering of the pathway.", sample: "retail-associate-2025H")
        visitor.field("attempt", &attempt, .text(1...200), "The attempt, by its id at the source.", sample: "ATT-1")
        visitor.field("layer", &layer, .any, "The layer.", sample: .practical)
        visitor.field("reviewer", &reviewer, .text(1...200), "Who reviewed, by an id of the source.", sample: "REV-12")
        visitor.field(
            "rubricVersion", &rubricVersion, .text(1...100), "Which version of the rubric was used.", sample: "1")
        visitor.field(
            "levels", &levels, .map(0...50, keys: 1...64, values: 1...64), "The level reached in each criterion.",
            sample: ["accuracy": "solid"])
        visitor.field(
            "comments", &comments, .map(0...50, keys: 1...64, values: 1...2000), "A comment on each criterion.",
            sample: ["accuracy": "Two returns were booked right."])
        visitor.field("decision", &decision, .any, "What a live review came to.", sample: .pass)
        visitor.field("minutes", &minutes, .integer(0...600), "How long it took.", sample: 12)
        visitor.check("layer", "a reviewer scores the layers practical and review", layer != .quiz)
        visitor.check("decision", "a live review needs its decision", layer != .review || decision != nil)
    }
}
