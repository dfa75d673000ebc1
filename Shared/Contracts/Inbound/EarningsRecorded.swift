/// What somebody earned in a period.
public struct EarningsRecorded: PersonalRecord, Equatable {
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
    /// Everything earned, tips included.
    public var gross = Money()
    /// The part that was tips.
    public var tips: Money?
    /// How many jobs were done.
    public var jobs: Int64?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        engagement: String, periodStart: Day, periodEnd: Day, gross: Money, tips: Money? = nil, jobs: Int64? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.engagement = engagement
        self.periodStart = periodStart
        self.periodEnd = periodEnd
        self.gross = gross
        self.tips = tips
        self.jobs = jobs
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "EARN-1")
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
        visitor.field("periodStart", &periodStart, .any, "The first day of the period.", sample: Day(number: 20_339))
        visitor.field("periodEnd", &periodEnd, .any, "The last day of the period.", sample: Day(number: 20_345))
        visitor.field("gross", &gross, "Everything earned, tips included.")
        visitor.field("tips", &tips, "The part that was tips.")
        visitor.field("jobs", &jobs, .integer(0...1_000_000), "How many jobs were done.", sample: 14)
        visitor.check("periodEnd", "must not be before periodStart", periodStart <= periodEnd)
        visitor.check(
            "tips.currency", "must be the currency of gross",
            tips.map { $0.currency == gross.currency } ?? true)
    }
}
