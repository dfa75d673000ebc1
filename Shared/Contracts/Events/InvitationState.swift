/// An invitation as it stands now; whoever holds its link may sign up once.
public struct InvitationState: Payload, Equatable {
    /// The invitation.
    public var invitation = Identifier(high: 0, low: 0)
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
    /// The batch of a season.
    public var batch: String?
    /// The hours that it takes.
    public var expectedHours: Decimal6 = .zero
    /// The version of the reward statement that it shows.
    public var statement = ""
    /// The variant of each experiment that it follows.
    public var variants: [String: String] = [:]
    /// The language of its text.
    public var language = ""
    /// When it was recorded.
    public var invitedAt = Timestamp(microseconds: 0)
    /// Until when its link holds.
    public var expiresAt = Timestamp(microseconds: 0)
    /// Whether it was taken back.
    public var isWithdrawn = false
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        invitation: Identifier, contractor: Identifier, programme: String, programmeVersion: Int64, pathway: String,
        offering: String, batch: String? = nil, expectedHours: Decimal6, statement: String, variants: [String: String],
        language: String, invitedAt: Timestamp, expiresAt: Timestamp, isWithdrawn: Bool, sequence: Int64
    ) {
        self.invitation = invitation
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.pathway = pathway
        self.offering = offering
        self.batch = batch
        self.expectedHours = expectedHours
        self.statement = statement
        self.variants = variants
        self.language = language
        self.invitedAt = invitedAt
        self.expiresAt = expiresAt
        self.isWithdrawn = isWithdrawn
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("invitation", &invitation, .any, "The invitation.", sample: .sample("invitation"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field("pathway", &pathway, .text(1...100), "The pathway of the programme.", sample: "retail-associate")
        visitor.field(
            "offering", &offering, .text(1...100), "The offering of the pathway.", sample: "retail-associate-2025H")
        visitor.field("batch", &batch, .text(1...100), "The batch of a season.", sample: "holiday-2025")
        visitor.field(
            "expectedHours", &expectedHours, .decimal(0...10_000), "The hours that it takes.", sample: Decimal6(4))
        visitor.field(
            "statement", &statement, .text(1...100), "The version of the reward statement that it shows.",
            sample: "9f2c41d07a3b")
        visitor.field(
            "variants", &variants, .map(0...20, keys: 1...64, values: 1...64),
            "The variant of each experiment that it follows.", sample: ["subject-line": "clear"])
        visitor.field("language", &language, .language, "The language of its text.", sample: "es")
        visitor.field(
            "invitedAt", &invitedAt, .any, "When it was recorded.",
            sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field(
            "expiresAt", &expiresAt, .any, "Until when its link holds.",
            sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field("isWithdrawn", &isWithdrawn, .absent(false), "Whether it was taken back.", sample: false)
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}
