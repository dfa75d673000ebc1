/// A task of an assessment was completed, whatever came of it (ASM-15, ASM-16).
public struct TaskState: Payload, Equatable {
    /// The task: attempt and layer.
    public var task = Identifier(high: 0, low: 0)
    /// The enrolment.
    public var enrolment = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The version of the programme that decided.
    public var programmeVersion: Int64 = 0
    /// The pathway of the programme.
    public var pathway = ""
    /// The offering of the pathway.
    public var offering = ""
    /// The attempt, by its id at the source.
    public var attempt = ""
    /// The layer.
    public var layer = AssessmentLayer.practical
    /// When it was handed in.
    public var completedAt = Timestamp(microseconds: 0)
    /// What the programme pays for it.
    public var stipend: Money?
    /// The billable engagement that the same work counts for; there is no second payment then.
    public var engagement: Identifier?
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        task: Identifier, enrolment: Identifier, contractor: Identifier, programme: String, programmeVersion: Int64,
        pathway: String, offering: String, attempt: String, layer: AssessmentLayer, completedAt: Timestamp,
        stipend: Money? = nil, engagement: Identifier? = nil, sequence: Int64
    ) {
        self.task = task
        self.enrolment = enrolment
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.pathway = pathway
        self.offering = offering
        self.attempt = attempt
        self.layer = layer
        self.completedAt = completedAt
        self.stipend = stipend
        self.engagement = engagement
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("task", &task, .any, "The task: attempt and layer.", sample: .sample("task"))
        visitor.field("enrolment", &enrolment, .any, "The enrolment.", sample: .sample("enrolment"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field("pathway", &pathway, .text(1...100), "The pathway of the programme.", sample: "retail-associate")
        visitor.field(
            "offering", &offering, .text(1...100), "The offering of the pathway.", sample: "retail-associate-2025H")
        visitor.field("attempt", &attempt, .text(1...200), "The attempt, by its id at the source.", sample: "ATT-1")
        visitor.field("layer", &layer, .any, "The layer.", sample: .practical)
        visitor.field(
            "completedAt", &completedAt, .any, "When it was handed in.",
            sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field("stipend", &stipend, "What the programme pays for it.")
        visitor.field(
            "engagement", &engagement, .any,
            "The billable engagement that the same work counts for; there is no second payment then.",
            sample: .sample("engagement"))
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}
