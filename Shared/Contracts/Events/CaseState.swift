/// An onboarding case as it stands now.
public struct CaseState: Payload, Equatable {
    /// The case.
    public var onboardingCase = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The engagement that it is for.
    public var engagement = Identifier(high: 0, low: 0)
    /// The role.
    public var role = ""
    /// The programme that prepares for the role.
    public var programme: String?
    /// The version under which the case was opened.
    public var programmeVersion: Int64?
    /// How far it has come.
    public var status = CaseStatus.open
    /// When its clock began.
    public var openedAt = Timestamp(microseconds: 0)
    /// When everything has to be there.
    public var dueAt: Timestamp?
    /// Since when work may be billed.
    public var clearedAt: Timestamp?
    /// The steps that block.
    public var blocking: [OpenStep] = []
    /// The agreement in force when it was opened, and its revision.
    public var agreement: String?
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        onboardingCase: Identifier, contractor: Identifier, engagement: Identifier, role: String,
        programme: String? = nil, programmeVersion: Int64? = nil, status: CaseStatus, openedAt: Timestamp,
        dueAt: Timestamp? = nil, clearedAt: Timestamp? = nil, blocking: [OpenStep], agreement: String? = nil,
        sequence: Int64
    ) {
        self.onboardingCase = onboardingCase
        self.contractor = contractor
        self.engagement = engagement
        self.role = role
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.status = status
        self.openedAt = openedAt
        self.dueAt = dueAt
        self.clearedAt = clearedAt
        self.blocking = blocking
        self.agreement = agreement
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("onboardingCase", &onboardingCase, .any, "The case.", sample: .sample("case"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("engagement", &engagement, .any, "The engagement that it is for.", sample: .sample("engagement"))
        visitor.field("role", &role, .text(1...100), "The role.", sample: "retail-associate")
        visitor.field(
            "programme", &programme, .text(1...100), "The programme that prepares for the role.",
            sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version under which the case was opened.", sample: 3)
        visitor.field("status", &status, .any, "How far it has come.", sample: .open)
        visitor.field(
            "openedAt", &openedAt, .any, "When its clock began.", sample: Timestamp(microseconds: 1_757_494_800_000_000)
        )
        visitor.field(
            "dueAt", &dueAt, .any, "When everything has to be there.",
            sample: Timestamp(microseconds: 1_757_754_000_000_000))
        visitor.field("clearedAt", &clearedAt, .any, "Since when work may be billed.", sample: nil)
        visitor.field("blocking", &blocking, .list(0...50), "The steps that block.", sample: [.sample])
        visitor.field(
            "agreement", &agreement, .text(1...250), "The agreement in force when it was opened, and its revision.",
            sample: "AGR-7 revision 1")
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}
