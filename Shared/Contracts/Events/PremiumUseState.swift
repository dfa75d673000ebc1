/// A premium that an engagement gets, or that came back.
public struct PremiumUseState: Payload, Equatable {
    /// The use of the entitlement.
    public var use = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The credential that entitles.
    public var credential = Identifier(high: 0, low: 0)
    /// The engagement that gets it.
    public var engagement = Identifier(high: 0, low: 0)
    /// The premium in hundredths of a percent.
    public var rateBasisPoints: Int64 = 0
    /// The premium in money, where the engagement's value is known.
    public var amount: Money?
    /// The ledger's posting.
    public var posting = Identifier(high: 0, low: 0)
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        use: Identifier, contractor: Identifier, programme: String, credential: Identifier, engagement: Identifier,
        rateBasisPoints: Int64, amount: Money? = nil, posting: Identifier, sequence: Int64
    ) {
        self.use = use
        self.contractor = contractor
        self.programme = programme
        self.credential = credential
        self.engagement = engagement
        self.rateBasisPoints = rateBasisPoints
        self.amount = amount
        self.posting = posting
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("use", &use, .any, "The use of the entitlement.", sample: .sample("premium-use"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field("credential", &credential, .any, "The credential that entitles.", sample: .sample("credential"))
        visitor.field("engagement", &engagement, .any, "The engagement that gets it.", sample: .sample("engagement"))
        visitor.field(
            "rateBasisPoints", &rateBasisPoints, .integer(0...1_000_000),
            "The premium in hundredths of a percent.", sample: 500)
        visitor.field("amount", &amount, "The premium in money, where the engagement's value is known.")
        visitor.field("posting", &posting, .any, "The ledger's posting.", sample: .sample("posting"))
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}
