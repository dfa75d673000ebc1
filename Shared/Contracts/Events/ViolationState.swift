/// Time that was reported for days before the onboarding was cleared (ONB-05).
public struct ViolationState: Payload, Equatable {
    /// The violation: the report that shows it.
    public var violation = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The engagement.
    public var engagement = Identifier(high: 0, low: 0)
    /// The first day of the period.
    public var periodStart = Day(number: 0)
    /// The hours of the period.
    public var hours: Decimal6 = .zero
    /// When the case was cleared, if it is.
    public var clearedAt: Timestamp?
    /// Whether it still stands; a late fact may take it back.
    public var isOpen = false
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        violation: Identifier, contractor: Identifier, engagement: Identifier, periodStart: Day, hours: Decimal6,
        clearedAt: Timestamp? = nil, isOpen: Bool, sequence: Int64
    ) {
        self.violation = violation
        self.contractor = contractor
        self.engagement = engagement
        self.periodStart = periodStart
        self.hours = hours
        self.clearedAt = clearedAt
        self.isOpen = isOpen
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field(
            "violation", &violation, .any, "The violation: the report that shows it.", sample: .sample("violation"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("engagement", &engagement, .any, "The engagement.", sample: .sample("engagement"))
        visitor.field("periodStart", &periodStart, .any, "The first day of the period.", sample: Day(number: 20_339))
        visitor.field(
            "hours", &hours, .decimal(0...10_000), "The hours of the period.", sample: Decimal6(millionths: 31_500_000))
        visitor.field("clearedAt", &clearedAt, .any, "When the case was cleared, if it is.", sample: nil)
        visitor.field("isOpen", &isOpen, .any, "Whether it still stands; a late fact may take it back.", sample: true)
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}
