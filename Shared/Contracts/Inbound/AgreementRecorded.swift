/// What Operations and Procurement agreed on for the start of engagements (ONB-06); the version in force when a case
/// opens judges it.
public struct AgreementRecorded: InboundRecord, Equatable {
    /// The record's id in the system that sends it; the same in every revision.
    public var id = ""
    /// Grows with every change of the record; the highest wins.
    public var revision: Int64 = 0
    /// When it happened in the world.
    public var eventTime = Timestamp(microseconds: 0)
    /// When the system recorded it.
    public var recordedTime: Timestamp?
    /// The role that it is for; every role where it names none.
    public var roleCode: String?
    /// The business unit that it is for; every one where it names none.
    public var businessUnit: String?
    /// Hours until credential and verification have to be there.
    public var hours: Int64 = 0
    /// Hours before that at which a warning is given.
    public var warningHours: Int64 = 0
    /// The pathway whose credential is required.
    public var credential: String?
    /// The outside checks that are required.
    public var checks: [String] = []
    /// The first day on which it is in force.
    public var effectiveFrom = Day(number: 0)
    /// The last day on which it is in force.
    public var effectiveUntil: Day?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, roleCode: String? = nil,
        businessUnit: String? = nil, hours: Int64, warningHours: Int64, credential: String? = nil, checks: [String],
        effectiveFrom: Day, effectiveUntil: Day? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.roleCode = roleCode
        self.businessUnit = businessUnit
        self.hours = hours
        self.warningHours = warningHours
        self.credential = credential
        self.checks = checks
        self.effectiveFrom = effectiveFrom
        self.effectiveUntil = effectiveUntil
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitRecord(&visitor, sample: "AGR-7")
        visitor.field(
            "roleCode", &roleCode, .text(1...100), "The role that it is for; every role where it names none.",
            sample: "retail-associate")
        visitor.field(
            "businessUnit", &businessUnit, .text(1...200),
            "The business unit that it is for; every one where it names none.", sample: "Stores West")
        visitor.field(
            "hours", &hours, .integer(1...8760), "Hours until credential and verification have to be there.", sample: 72
        )
        visitor.field(
            "warningHours", &warningHours, .integer(0...8760), "Hours before that at which a warning is given.",
            sample: 24)
        visitor.field(
            "credential", &credential, .text(1...100), "The pathway whose credential is required.",
            sample: "retail-associate")
        visitor.field(
            "checks", &checks, .list(0...20, of: .text(1...100)), "The outside checks that are required.",
            sample: ["background"])
        visitor.field(
            "effectiveFrom", &effectiveFrom, .any, "The first day on which it is in force.", sample: Day(number: 20_339)
        )
        visitor.field(
            "effectiveUntil", &effectiveUntil, .any, "The last day on which it is in force.",
            sample: Day(number: 20_703))
        visitor.check("warningHours", "must not be more than hours", warningHours <= hours)
        visitor.check(
            "effectiveUntil", "must not be before effectiveFrom", effectiveUntil.map { effectiveFrom <= $0 } ?? true)
    }
}
