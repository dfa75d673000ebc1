/// A micro-grant of a worker as it stands now (INC-08).
public struct GrantState: Payload, Equatable {
    /// The grant.
    public var grant = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The version of the programme that decided.
    public var programmeVersion: Int64 = 0
    /// The grant, by its id in the programme.
    public var plan = ""
    /// The credential that earned it.
    public var credential = Identifier(high: 0, low: 0)
    /// Whether it can be claimed.
    public var status = GrantStatus.claimable
    /// How much can be claimed.
    public var amount = Money()
    /// How much was paid.
    public var paid = Money()
    /// Since when it can be claimed.
    public var from = Timestamp(microseconds: 0)
    /// Until when.
    public var until = Timestamp(microseconds: 0)
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        grant: Identifier, contractor: Identifier, programme: String, programmeVersion: Int64, plan: String,
        credential: Identifier, status: GrantStatus, amount: Money, paid: Money, from: Timestamp, until: Timestamp,
        sequence: Int64
    ) {
        self.grant = grant
        self.contractor = contractor
        self.programme = programme
        self.programmeVersion = programmeVersion
        self.plan = plan
        self.credential = credential
        self.status = status
        self.amount = amount
        self.paid = paid
        self.from = from
        self.until = until
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("grant", &grant, .any, "The grant.", sample: .sample("grant"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "programmeVersion", &programmeVersion, .integer(1...Int64.max),
            "The version of the programme that decided.", sample: 3)
        visitor.field("plan", &plan, .text(1...100), "The grant, by its id in the programme.", sample: "tools-grant")
        visitor.field("credential", &credential, .any, "The credential that earned it.", sample: .sample("credential"))
        visitor.field("status", &status, .any, "Whether it can be claimed.", sample: .claimable)
        visitor.field("amount", &amount, "How much can be claimed.")
        visitor.field("paid", &paid, "How much was paid.")
        visitor.field(
            "from", &from, .any, "Since when it can be claimed.", sample: Timestamp(microseconds: 1_757_494_800_000_000)
        )
        visitor.field("until", &until, .any, "Until when.", sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}
