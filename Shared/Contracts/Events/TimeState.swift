/// Hours that were reported of somebody, as of a revision.
public struct TimeState: Payload, Equatable {
    /// The report.
    public var report = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The engagement.
    public var engagement = Identifier(high: 0, low: 0)
    /// The first day of the period.
    public var periodStart = Day(number: 0)
    /// The last day of the period.
    public var periodEnd = Day(number: 0)
    /// Hours, exact to six decimals.
    public var hours: Decimal6 = .zero
    /// The revision; the highest wins.
    public var revision: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        report: Identifier, contractor: Identifier, engagement: Identifier, periodStart: Day, periodEnd: Day,
        hours: Decimal6, revision: Int64
    ) {
        self.report = report
        self.contractor = contractor
        self.engagement = engagement
        self.periodStart = periodStart
        self.periodEnd = periodEnd
        self.hours = hours
        self.revision = revision
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("report", &report, .any, "The report.", sample: .sample("report"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("engagement", &engagement, .any, "The engagement.", sample: .sample("engagement"))
        visitor.field("periodStart", &periodStart, .any, "The first day of the period.", sample: Day(number: 20_339))
        visitor.field("periodEnd", &periodEnd, .any, "The last day of the period.", sample: Day(number: 20_345))
        visitor.field(
            "hours", &hours, .decimal(0...10_000), "Hours, exact to six decimals.",
            sample: Decimal6(millionths: 31_500_000))
        visitor.field("revision", &revision, .integer(0...Int64.max), "The revision; the highest wins.", sample: 1)
    }
}
