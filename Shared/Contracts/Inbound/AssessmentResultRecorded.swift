/// A score of an assessment that somebody took elsewhere.
public struct AssessmentResultRecorded: PersonalRecord, Equatable {
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
    /// The programme that the assessment counts for.
    public var programme = ""
    /// The offering of the programme's pathway.
    public var offering = ""
    /// The assessment, by its id in the offering.
    public var assessment = ""
    /// The score, exact to six decimals.
    public var score: Decimal6 = .zero
    /// Between which scores it lies.
    public var scale = Scale()
    /// Whether an earlier result is recognised.
    public var priorLearning = false
    /// The parts of the result.
    public var subResults: [SubResult] = []

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        programme: String, offering: String, assessment: String, score: Decimal6, scale: Scale,
        priorLearning: Bool = false, subResults: [SubResult] = []
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.programme = programme
        self.offering = offering
        self.assessment = assessment
        self.score = score
        self.scale = scale
        self.priorLearning = priorLearning
        self.subResults = subResults
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "RES-552817")
        visitor.field(
            "programme", &programme, .text(1...100),
            "The programme that the assessment counts for.", sample: "retail-seasonal")
        visitor.field(
            "offering", &offering, .text(1...100),
            "The offering of the programme's pathway.", sample: "retail-associate-2025H")
        visitor.field(
            "assessment", &assessment, .text(1...100),
            "The assessment, by its id in the offering.", sample: "customer-service")
        visitor.field(
            "score", &score, .any, "The score, exact to six decimals.", sample: Decimal6(millionths: 78_500_000))
        visitor.field("scale", &scale, "Between which scores it lies.")
        visitor.field(
            "priorLearning", &priorLearning, .absent(false), "Whether an earlier result is recognised.", sample: false)
        visitor.field("subResults", &subResults, .list(0...100), "The parts of the result.", sample: [SubResult.sample])
        visitor.check(
            "score", "must lie between scale.minimum and scale.maximum",
            scale.minimum <= score && score <= scale.maximum)
    }
}
