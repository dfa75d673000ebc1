/// An engagement as it stands now.
public struct EngagementState: Payload, Equatable {
    /// The engagement.
    public var engagement = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The record's revision; the highest wins, whatever the order of arrival.
    public var revision: Int64 = 0
    /// How far it has come.
    public var status = EngagementStatus.requested
    /// The role, by its code in the programme.
    public var role = ""
    /// When this happened in the world.
    public var occurredAt = Timestamp(microseconds: 0)
    /// When it starts: effective where known, else planned.
    public var startsAt: Timestamp?
    /// When it ends: effective where known, else planned.
    public var endsAt: Timestamp?
    /// Why it ended.
    public var endReason: EndReason?
    /// What the whole assignment is expected to be worth.
    public var value: Money?
    /// The requisition that it fills.
    public var requisition: Identifier?
    /// Where the work is done.
    public var region: String?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        engagement: Identifier, contractor: Identifier, revision: Int64, status: EngagementStatus, role: String,
        occurredAt: Timestamp, startsAt: Timestamp? = nil, endsAt: Timestamp? = nil, endReason: EndReason? = nil,
        value: Money? = nil, requisition: Identifier? = nil, region: String? = nil
    ) {
        self.engagement = engagement
        self.contractor = contractor
        self.revision = revision
        self.status = status
        self.role = role
        self.occurredAt = occurredAt
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.endReason = endReason
        self.value = value
        self.requisition = requisition
        self.region = region
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("engagement", &engagement, .any, "The engagement.", sample: .sample("engagement"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field(
            "revision", &revision, .integer(0...Int64.max),
            "The record's revision; the highest wins, whatever the order of arrival.", sample: 1)
        visitor.field("status", &status, .any, "How far it has come.", sample: .accepted)
        visitor.field(
            "role", &role, .text(1...100), "The role, by its code in the programme.", sample: "retail-associate")
        visitor.field(
            "occurredAt", &occurredAt, .any,
            "When this happened in the world.", sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field(
            "startsAt", &startsAt, .any,
            "When it starts: effective where known, else planned.",
            sample: Timestamp(microseconds: 1_757_894_400_000_000))
        visitor.field(
            "endsAt", &endsAt, .any,
            "When it ends: effective where known, else planned.",
            sample: Timestamp(microseconds: 1_768_003_200_000_000))
        visitor.field("endReason", &endReason, .any, "Why it ended.", sample: nil)
        visitor.field("value", &value, "What the whole assignment is expected to be worth.")
        visitor.field(
            "requisition", &requisition, .any, "The requisition that it fills.", sample: .sample("requisition"))
        visitor.field("region", &region, .text(1...100), "Where the work is done.", sample: "US-CA")
    }
}
