/// The assessment of a renewal was passed: its credential may be extended (CRD-05).
public struct RenewalState: Payload, Equatable {
    /// The renewal: the attempt that earned it.
    public var renewal = Identifier(high: 0, low: 0)
    /// The credential.
    public var credential = Identifier(high: 0, low: 0)
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
    /// When it was passed.
    public var passedAt = Timestamp(microseconds: 0)
    /// Percent.
    public var score: Decimal6 = .zero
    /// Whether a late fact took it back.
    public var isWithdrawn = false
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        renewal: Identifier, credential: Identifier, contractor: Identifier, programme: String, programmeVersion: Int64,
        pathway: String, offering: String, passedAt: Timestamp, score: Decimal6, isWithdrawn: Bool, sequence: Int64
    ) {
        self.renewal = renewal
        self.credential = credential
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.pathway = pathway
        self.offering = offering
        self.passedAt = passedAt
        self.score = score
        self.isWithdrawn = isWithdrawn
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("renewal", &renewal, .any, "The renewal: the attempt that earned it.", sample: .sample("renewal"))
        visitor.field("credential", &credential, .any, "The credential.", sample: .sample("credential"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field("pathway", &pathway, .text(1...100), "The pathway of the programme.", sample: "retail-associate")
        visitor.field(
            "offering", &offering, .text(1...100), "The offering of the pathway.", sample: "retail-associate-2025H")
        visitor.field(
            "passedAt", &passedAt, .any, "When it was passed.", sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field("score", &score, .decimal(0...100), "Percent.", sample: Decimal6(millionths: 82_000_000))
        visitor.field("isWithdrawn", &isWithdrawn, .absent(false), "Whether a late fact took it back.", sample: false)
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}
