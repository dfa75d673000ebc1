/// The first sign of a contractor at an offering's assessments; the earliest counts.
public struct AssessmentStart: Payload, Equatable {
    /// The enrolment.
    public var enrolment = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The offering of the pathway.
    public var offering = ""
    /// When it started; consumers keep the earliest.
    public var startedAt = Timestamp(microseconds: 0)

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        enrolment: Identifier, contractor: Identifier, programme: String, offering: String, startedAt: Timestamp
    ) {
        self.enrolment = enrolment
        self.contractor = contractor
        self.programme = programme
        self.offering = offering
        self.startedAt = startedAt
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("enrolment", &enrolment, .any, "The enrolment.", sample: .sample("enrolment"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "offering", &offering, .text(1...100), "The offering of the pathway.", sample: "retail-associate-2025H")
        visitor.field(
            "startedAt", &startedAt, .any,
            "When it started; consumers keep the earliest.", sample: Timestamp(microseconds: 1_757_671_200_000_000))
    }
}
