/// A contractor's place in a pool, as it stands now.
public struct PoolMembershipState: Payload, Equatable {
    /// The membership.
    public var membership = Identifier(high: 0, low: 0)
    /// Whom it is about.
    public var contractor = Identifier(high: 0, low: 0)
    /// The programme.
    public var programme = ""
    /// The pool, by its id in the programme.
    public var pool = ""
    /// The credential that opened it.
    public var credential = Identifier(high: 0, low: 0)
    /// Since when.
    public var from = Timestamp(microseconds: 0)
    /// Until when.
    public var until = Timestamp(microseconds: 0)
    /// Why it stands as it does.
    public var reason = ""
    /// Grows with every change; the highest wins, whatever the order of arrival.
    public var sequence: Int64 = 0

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        membership: Identifier, contractor: Identifier, programme: String, pool: String, credential: Identifier,
        from: Timestamp, until: Timestamp, reason: String, sequence: Int64
    ) {
        self.membership = membership
        self.contractor = contractor
        self.programme = programme
        self.pool = pool
        self.credential = credential
        self.from = from
        self.until = until
        self.reason = reason
        self.sequence = sequence
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("membership", &membership, .any, "The membership.", sample: .sample("membership"))
        visitor.field("contractor", &contractor, .any, "Whom it is about.", sample: .sample("contractor"))
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field("pool", &pool, .text(1...100), "The pool, by its id in the programme.", sample: "preferred")
        visitor.field("credential", &credential, .any, "The credential that opened it.", sample: .sample("credential"))
        visitor.field("from", &from, .any, "Since when.", sample: Timestamp(microseconds: 1_758_326_400_000_000))
        visitor.field("until", &until, .any, "Until when.", sample: Timestamp(microseconds: 1_789_862_400_000_000))
        visitor.field("reason", &reason, .text(1...200), "Why it stands as it does.", sample: "credential issued")
        visitor.field(
            "sequence", &sequence, .integer(0...Int64.max),
            "Grows with every change; the highest wins, whatever the order of arrival.", sample: 1)
    }
}
