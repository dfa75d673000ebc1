/// A role is wanted, filled or withdrawn.
public struct RequisitionRecorded: InboundRecord, Equatable {
    /// The record's id in the system that sends it; the same in every revision.
    public var id = ""
    /// Grows with every change of the record; the highest wins.
    public var revision: Int64 = 0
    /// When it happened in the world.
    public var eventTime = Timestamp(microseconds: 0)
    /// When the system recorded it.
    public var recordedTime: Timestamp?
    /// How far the search has come.
    public var status = RequisitionStatus.wanted
    /// The role, by its code in the programme.
    public var roleCode = ""
    /// How many people are wanted.
    public var count: Int64 = 0
    /// Where the work is.
    public var region: String?
    /// The first day on which they are wanted.
    public var wantedFrom: Day?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, status: RequisitionStatus,
        roleCode: String, count: Int64, region: String? = nil, wantedFrom: Day? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.status = status
        self.roleCode = roleCode
        self.count = count
        self.region = region
        self.wantedFrom = wantedFrom
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitRecord(&visitor, sample: "REQ-4107")
        visitor.field("status", &status, .any, "How far the search has come.", sample: .wanted)
        visitor.field(
            "roleCode", &roleCode, .text(1...100),
            "The role, by its code in the programme.", sample: "retail-associate")
        visitor.field("count", &count, .integer(0...1_000_000), "How many people are wanted.", sample: 12)
        visitor.field("region", &region, .text(1...100), "Where the work is.", sample: "US-CA")
        visitor.field(
            "wantedFrom", &wantedFrom, .any, "The first day on which they are wanted.", sample: Day(number: 20_393))
    }
}
