/// Hours that somebody worked in a period.
public struct TimeReported: PersonalRecord, Equatable {
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
    /// The first day of the period.
    public var periodStart = Day(number: 0)
    /// The last day of the period.
    public var periodEnd = Day(number: 0)
    /// Hours, exact to six decimals.
    public var hours: Decimal6 = .zero

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        engagement: String, periodStart: Day, periodEnd: Day, hours: Decimal6
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.engagement = engagement
        self.periodStart = periodStart
        self.periodEnd = periodEnd
        self.hours = hours
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "TIME-1")
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
        visitor.field("periodStart", &periodStart, .any, "The first day of the period.", sample: Day(number: 20_339))
        visitor.field("periodEnd", &periodEnd, .any, "The last day of the period.", sample: Day(number: 20_345))
        visitor.field(
            "hours", &hours, .decimal(0...10_000),
            "Hours, exact to six decimals.", sample: Decimal6(millionths: 31_500_000))
        visitor.check("periodEnd", "must not be before periodStart", periodStart <= periodEnd)
    }
}
