/// A worker wrote, handed in or took back a claim on a grant (INC-09, INC-11).
public struct ClaimRecorded: PersonalRecord, Equatable {
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
    /// The programme.
    public var programme = ""
    /// The grant, by its id in the programme.
    public var grant = ""
    /// What was done.
    public var action = ClaimAction.submitted
    /// The receipts, all of them in every revision.
    public var receipts: [Receipt] = []

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        programme: String, grant: String, action: ClaimAction, receipts: [Receipt] = []
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.programme = programme
        self.grant = grant
        self.action = action
        self.receipts = receipts
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "CLM-5")
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field("grant", &grant, .text(1...100), "The grant, by its id in the programme.", sample: "tools-grant")
        visitor.field("action", &action, .any, "What was done.", sample: .submitted)
        visitor.field(
            "receipts", &receipts, .list(0...20), "The receipts, all of them in every revision.", sample: [.sample])
    }
}
