/// What a contractor's results of an offering add up to now.
public struct OutcomeState: Payload, Equatable {
    /// The outcome.
    public var outcome = Identifier(high: 0, low: 0)
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
    /// What was achieved; the offering, where each is an achievement of its own.
    public var achievement = ""
    /// Whether the pass mark is reached.
    public var passed = false
    /// Percent, by the programme's weights, exact to six decimals.
    public var score: Decimal6 = .zero
    /// When the result came that reached the pass mark.
    public var awardedAt: Timestamp?
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0
    /// What the layers come to, where Guildhall assesses itself.
    public var verdict: OutcomeVerdict?
    /// The attempt that counts.
    public var attempt: String?
    /// The version of the rubric that scored it.
    public var rubricVersion: String?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        outcome: Identifier, enrolment: Identifier, contractor: Identifier, programme: String,
        programmeVersion: Int64, pathway: String, offering: String, achievement: String, passed: Bool,
        score: Decimal6, awardedAt: Timestamp? = nil, sequence: Int64, verdict: OutcomeVerdict? = nil,
        attempt: String? = nil, rubricVersion: String? = nil
    ) {
        self.outcome = outcome
        self.enrolment = enrolment
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.pathway = pathway
        self.offering = offering
        self.achievement = achievement
        self.passed = passed
        self.score = score
        self.awardedAt = awardedAt
        self.sequence = sequence
        self.verdict = verdict
        self.attempt = attempt
        self.rubricVersion = rubricVersion
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("outcome", &outcome, .any, "The outcome.", sample: .sample("outcome"))
        visitor.field("enrolment", &enrolment, .any, "The enrolment.", sample: .sample("enrolment"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field("pathway", &pathway, .text(1...100), "The pathway of the programme.", sample: "retail-associate")
        visitor.field(
            "offering", &offering, .text(1...100), "The offering of the pathway.", sample: "retail-associate-2025H")
        visitor.field(
            "achievement", &achievement, .text(1...200),
            "What was achieved; the offering, where each is an achievement of its own.",
            sample: "retail-associate-2025H")
        visitor.field("passed", &passed, .any, "Whether the pass mark is reached.", sample: true)
        visitor.field(
            "score", &score, .decimal(0...100),
            "Percent, by the programme's weights, exact to six decimals.", sample: Decimal6(millionths: 78_500_000))
        visitor.field(
            "awardedAt", &awardedAt, .any,
            "When the result came that reached the pass mark.", sample: Timestamp(microseconds: 1_758_326_400_000_000))
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
        visitor.field(
            "verdict", &verdict, .any, "What the layers come to, where Guildhall assesses itself.", sample: .pass)
        visitor.field("attempt", &attempt, .text(1...200), "The attempt that counts.", sample: "ATT-1")
        visitor.field(
            "rubricVersion", &rubricVersion, .text(1...100), "The version of the rubric that scored it.", sample: "1")
    }
}
