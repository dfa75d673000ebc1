/// A contractor's part in an offering of a programme, as it stands now.
public struct EnrolmentState: Payload, Equatable {
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
    /// Whether it stands.
    public var status = EnrolmentStatus.open
    /// When the contractor opted in.
    public var optedInAt = Timestamp(microseconds: 0)
    /// The engagement that led to it.
    public var engagement: Identifier?
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0
    /// The invitation that led to it.
    public var invitation: Identifier?
    /// The version of the reward statement that was shown before it (INC-21).
    public var statement: String?
    /// The worker's language.
    public var language: String?
    /// When the contractor opted out, where that is how it stands.
    public var withdrawnAt: Timestamp?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        enrolment: Identifier, contractor: Identifier, programme: String, programmeVersion: Int64, pathway: String,
        offering: String, status: EnrolmentStatus, optedInAt: Timestamp, engagement: Identifier? = nil,
        sequence: Int64, invitation: Identifier? = nil, statement: String? = nil, language: String? = nil,
        withdrawnAt: Timestamp? = nil
    ) {
        self.enrolment = enrolment
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.pathway = pathway
        self.offering = offering
        self.status = status
        self.optedInAt = optedInAt
        self.engagement = engagement
        self.sequence = sequence
        self.invitation = invitation
        self.statement = statement
        self.language = language
        self.withdrawnAt = withdrawnAt
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("enrolment", &enrolment, .any, "The enrolment.", sample: .sample("enrolment"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field("pathway", &pathway, .text(1...100), "The pathway of the programme.", sample: "retail-associate")
        visitor.field(
            "offering", &offering, .text(1...100), "The offering of the pathway.", sample: "retail-associate-2025H")
        visitor.field("status", &status, .any, "Whether it stands.", sample: .open)
        visitor.field(
            "optedInAt", &optedInAt, .any,
            "When the contractor opted in.", sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field("engagement", &engagement, .any, "The engagement that led to it.", sample: .sample("engagement"))
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
        visitor.field("invitation", &invitation, .any, "The invitation that led to it.", sample: .sample("invitation"))
        visitor.field(
            "statement", &statement, .text(1...100),
            "The version of the reward statement that was shown before it (INC-21).", sample: "9f2c41d07a3b")
        visitor.field("language", &language, .language, "The worker's language.", sample: "es")
        visitor.field(
            "withdrawnAt", &withdrawnAt, .any, "When the contractor opted out, where that is how it stands.",
            sample: nil)
    }
}
