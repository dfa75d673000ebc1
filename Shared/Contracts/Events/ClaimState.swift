/// A claim on a grant as it stands now (INC-11).
public struct ClaimState: Payload, Equatable {
    /// The claim.
    public var claim = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The grant that it is on.
    public var grant = Identifier(high: 0, low: 0)
    /// How far it has come.
    public var status = ClaimStatus.submitted
    /// The sum of its receipts.
    public var asked = Money()
    /// How much is approved.
    public var approved = Money()
    /// Who took the last step.
    public var actor = ""
    /// Why.
    public var reason: String?
    /// When the last step was taken.
    public var at = Timestamp(microseconds: 0)
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        claim: Identifier, contractor: Identifier, grant: Identifier, status: ClaimStatus, asked: Money,
        approved: Money, actor: String, reason: String? = nil, at: Timestamp, sequence: Int64
    ) {
        self.claim = claim
        self.contractor = contractor
        self.grant = grant
        self.status = status
        self.asked = asked
        self.approved = approved
        self.actor = actor
        self.reason = reason
        self.at = at
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("claim", &claim, .any, "The claim.", sample: .sample("claim"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("grant", &grant, .any, "The grant that it is on.", sample: .sample("grant"))
        visitor.field("status", &status, .any, "How far it has come.", sample: .submitted)
        visitor.field("asked", &asked, "The sum of its receipts.")
        visitor.field("approved", &approved, "How much is approved.")
        visitor.field("actor", &actor, .text(1...200), "Who took the last step.", sample: "worker")
        visitor.field("reason", &reason, .text(1...1000), "Why.", sample: nil)
        visitor.field(
            "at", &at, .any, "When the last step was taken.", sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}
