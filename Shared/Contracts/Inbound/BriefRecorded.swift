/// A high-value assignment is open; members of its pool may see it first, for a limited time (INC-04).
public struct BriefRecorded: InboundRecord, Equatable {
    /// The record's id in the system that sends it; the same in every revision.
    public var id = ""
    /// Grows with every change of the record; the highest wins.
    public var revision: Int64 = 0
    /// When it happened in the world.
    public var eventTime = Timestamp(microseconds: 0)
    /// When the system recorded it.
    public var recordedTime: Timestamp?
    /// The programme.
    public var programme = ""
    /// The tier of the programme that sees it first.
    public var tier = ""
    /// The role, by its code in the programme.
    public var roleCode = ""
    /// Whether it is withdrawn or filled.
    public var isWithdrawn = false
    /// What it is worth.
    public var value: Money?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, programme: String,
        tier: String, roleCode: String, isWithdrawn: Bool = false, value: Money? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.programme = programme
        self.tier = tier
        self.roleCode = roleCode
        self.isWithdrawn = isWithdrawn
        self.value = value
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitRecord(&visitor, sample: "BRF-3")
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "tier", &tier, .text(1...100), "The tier of the programme that sees it first.", sample: "first-look")
        visitor.field(
            "roleCode", &roleCode, .text(1...100), "The role, by its code in the programme.", sample: "retail-associate"
        )
        visitor.field("isWithdrawn", &isWithdrawn, .absent(false), "Whether it is withdrawn or filled.", sample: false)
        visitor.field("value", &value, "What it is worth.")
    }
}
