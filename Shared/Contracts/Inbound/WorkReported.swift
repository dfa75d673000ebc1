/// What somebody delivered: units, errors, revisions.
public struct WorkReported: PersonalRecord, Equatable {
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
    /// The record id of the engagement.
    public var engagement = ""
    /// Units delivered.
    public var units: Int64 = 0
    /// Units with an error.
    public var errors: Int64 = 0
    /// Units that had to be done again.
    public var revisions: Int64 = 0
    /// When the first unit was delivered.
    public var firstDeliverable: Timestamp?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        engagement: String, units: Int64, errors: Int64, revisions: Int64, firstDeliverable: Timestamp? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.engagement = engagement
        self.units = units
        self.errors = errors
        self.revisions = revisions
        self.firstDeliverable = firstDeliverable
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "WORK-1")
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
        visitor.field("units", &units, .integer(0...1_000_000_000), "Units delivered.", sample: 240)
        visitor.field("errors", &errors, .integer(0...1_000_000_000), "Units with an error.", sample: 3)
        visitor.field(
            "revisions", &revisions, .integer(0...1_000_000_000), "Units that had to be done again.", sample: 5)
        visitor.field(
            "firstDeliverable", &firstDeliverable, .any,
            "When the first unit was delivered.", sample: Timestamp(microseconds: 1_758_036_000_000_000))
    }
}
