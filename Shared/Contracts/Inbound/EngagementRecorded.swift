/// The engagement record: who works where, for whom, from when to when.
public struct EngagementRecorded: PersonalRecord, Equatable {
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
    /// How far the engagement has come; recorded before it takes effect.
    public var status = EngagementStatus.requested
    /// The role, by its code in the programme.
    public var roleCode = ""
    /// The role in words.
    public var roleTitle: String?
    /// The client's business unit.
    public var businessUnit: String?
    /// Where the work is done.
    public var site: String?
    /// Who bears the cost.
    public var costCentre: String?
    /// The supplier who sends the contractor.
    public var supplier: String?
    /// On which terms the contractor works.
    public var workerType: WorkerType?
    /// When the work is to start.
    public var plannedStart: Timestamp?
    /// When the work did start.
    public var effectiveStart: Timestamp?
    /// When the work is to end.
    public var plannedEnd: Timestamp?
    /// When the work did end.
    public var effectiveEnd: Timestamp?
    /// Why the work ended.
    public var endReason: EndReason?
    /// What a unit of the work pays.
    public var rate: Rate?
    /// What the whole assignment is expected to be worth.
    public var value: Money?
    /// Who is responsible for it at the client, by id.
    public var owner: String?
    /// Where the work is done: ISO 3166-1 code.
    public var country: String?
    /// The region of that country, or a group that the source declares.
    public var region: String?
    /// Fields of the client's own; no personal data.
    public var custom: [String: String] = [:]
    /// The record id of the requisition that it fills.
    public var requisition: String?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        status: EngagementStatus, roleCode: String, roleTitle: String? = nil, businessUnit: String? = nil,
        site: String? = nil, costCentre: String? = nil, supplier: String? = nil, workerType: WorkerType? = nil,
        plannedStart: Timestamp? = nil, effectiveStart: Timestamp? = nil, plannedEnd: Timestamp? = nil,
        effectiveEnd: Timestamp? = nil, endReason: EndReason? = nil, rate: Rate? = nil, value: Money? = nil,
        owner: String? = nil, country: String? = nil, region: String? = nil, custom: [String: String] = [:],
        requisition: String? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.status = status
        self.roleCode = roleCode
        self.roleTitle = roleTitle
        self.businessUnit = businessUnit
        self.site = site
        self.costCentre = costCentre
        self.supplier = supplier
        self.workerType = workerType
        self.plannedStart = plannedStart
        self.effectiveStart = effectiveStart
        self.plannedEnd = plannedEnd
        self.effectiveEnd = effectiveEnd
        self.endReason = endReason
        self.rate = rate
        self.value = value
        self.owner = owner
        self.country = country
        self.region = region
        self.custom = custom
        self.requisition = requisition
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "WO-88120")
        visitor.field(
            "status", &status, .any,
            "How far the engagement has come; recorded before it takes effect.", sample: .accepted)
        visitor.field(
            "roleCode", &roleCode, .text(1...100),
            "The role, by its code in the programme.", sample: "retail-associate")
        visitor.field("roleTitle", &roleTitle, .text(1...200), "The role in words.", sample: "Seasonal sales associate")
        visitor.field(
            "businessUnit", &businessUnit, .text(1...200), "The client's business unit.", sample: "Stores West")
        visitor.field("site", &site, .text(1...200), "Where the work is done.", sample: "Store 114")
        visitor.field("costCentre", &costCentre, .text(1...200), "Who bears the cost.", sample: "CC-7710")
        visitor.field(
            "supplier", &supplier, .text(1...200),
            "The supplier who sends the contractor.", sample: "Brightline Staffing")
        visitor.field("workerType", &workerType, .any, "On which terms the contractor works.", sample: .independent)
        visitor.field(
            "plannedStart", &plannedStart, .any,
            "When the work is to start.", sample: Timestamp(microseconds: 1_757_894_400_000_000))
        visitor.field("effectiveStart", &effectiveStart, .any, "When the work did start.", sample: nil)
        visitor.field(
            "plannedEnd", &plannedEnd, .any,
            "When the work is to end.", sample: Timestamp(microseconds: 1_768_003_200_000_000))
        visitor.field("effectiveEnd", &effectiveEnd, .any, "When the work did end.", sample: nil)
        visitor.field("endReason", &endReason, .any, "Why the work ended.", sample: nil)
        visitor.field("rate", &rate, "What a unit of the work pays.")
        visitor.field("value", &value, "What the whole assignment is expected to be worth.")
        visitor.field(
            "owner", &owner, .text(1...200), "Who is responsible for it at the client, by id.", sample: "U-300")
        visitor.field("country", &country, .country, "Where the work is done: ISO 3166-1 code.", sample: "US")
        visitor.field(
            "region", &region, .text(1...100),
            "The region of that country, or a group that the source declares.", sample: "US-CA")
        visitor.field(
            "custom", &custom, .map(0...50, keys: 1...100, values: 0...1000),
            "Fields of the client's own; no personal data.", sample: ["season": "holiday-2025"])
        visitor.field(
            "requisition", &requisition, .text(1...200), "The record id of the requisition that it fills.",
            sample: "REQ-4107")
    }
}
