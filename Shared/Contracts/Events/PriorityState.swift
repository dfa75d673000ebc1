/// Whether a worker may be rehired first, and stands first for high-value briefs; a hint for the matching system, no
/// more (INC-17, INC-18).
public struct PriorityState: Payload, Equatable {
    /// Contractor and programme.
    public var priority = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The version of the programme that decided.
    public var programmeVersion: Int64 = 0
    /// Whether a completed programme speaks for another engagement.
    public var isRehireEligible = false
    /// Whether high-value briefs are to be ordered with this worker first.
    public var hasBriefPriority = false
    /// The credential that brought it.
    public var credential = Identifier(high: 0, low: 0)
    /// Since when.
    public var from = Timestamp(microseconds: 0)
    /// Until when.
    public var until = Timestamp(microseconds: 0)
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        priority: Identifier, contractor: Identifier, programme: String, programmeVersion: Int64,
        isRehireEligible: Bool, hasBriefPriority: Bool, credential: Identifier, from: Timestamp, until: Timestamp,
        sequence: Int64
    ) {
        self.priority = priority
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.isRehireEligible = isRehireEligible
        self.hasBriefPriority = hasBriefPriority
        self.credential = credential
        self.from = from
        self.until = until
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("priority", &priority, .any, "Contractor and programme.", sample: .sample("priority"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field(
            "isRehireEligible", &isRehireEligible, .any, "Whether a completed programme speaks for another engagement.",
            sample: true)
        visitor.field(
            "hasBriefPriority", &hasBriefPriority, .any,
            "Whether high-value briefs are to be ordered with this worker first.", sample: true)
        visitor.field("credential", &credential, .any, "The credential that brought it.", sample: .sample("credential"))
        visitor.field("from", &from, .any, "Since when.", sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field("until", &until, .any, "Until when.", sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}
