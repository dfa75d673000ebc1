/// When a worker first saw a programme (ONB-25); the earliest telling counts.
public struct DiscoveryState: Payload, Equatable {
    /// Contractor and pathway.
    public var discovery = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The pathway of the programme.
    public var pathway = ""
    /// When it was seen first.
    public var seenAt = Timestamp(microseconds: 0)

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        discovery: Identifier, contractor: Identifier, programme: String, pathway: String, seenAt: Timestamp
    ) {
        self.discovery = discovery
        self.contractor = contractor
        self.programme = programme
        self.pathway = pathway
        self.seenAt = seenAt
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("discovery", &discovery, .any, "Contractor and pathway.", sample: .sample("discovery"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field("pathway", &pathway, .text(1...100), "The pathway of the programme.", sample: "retail-associate")
        visitor.field(
            "seenAt", &seenAt, .any, "When it was seen first.", sample: Timestamp(microseconds: 1_757_494_800_000_000))
    }
}
