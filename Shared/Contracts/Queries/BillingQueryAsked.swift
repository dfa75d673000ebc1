/// A question whether a contractor may bill on an engagement at a time (ONB-05).
public struct BillingQueryAsked: Payload, Equatable {
    /// The source that knows the engagement.
    public var source = ""
    /// The record id of the engagement.
    public var engagement = ""
    /// The time that is asked about; now where nothing is said.
    public var at: Timestamp?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        source: String, engagement: String, at: Timestamp? = nil
    ) {
        self.source = source
        self.engagement = engagement
        self.at = at
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field(
            "source", &source, .text(1...500), "The source that knows the engagement.", sample: "/vms/fieldglass/acme")
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
        visitor.field(
            "at", &at, .any, "The time that is asked about; now where nothing is said.",
            sample: Timestamp(microseconds: 1_757_494_800_000_000))
    }
}
