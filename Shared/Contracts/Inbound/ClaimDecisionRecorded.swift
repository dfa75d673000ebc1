/// A person decided on a claim, or paid it (INC-11, INC-23).
public struct ClaimDecisionRecorded: PersonalRecord, Equatable {
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
    /// The claim, by its record id.
    public var claim = ""
    /// What was decided.
    public var decision = ClaimDecision.approved
    /// Who decided, by an id of the source.
    public var actor = ""
    /// Why; needed where something is refused or missing.
    public var reason: String?
    /// How much; the whole claim where nothing is said.
    public var amount: Money?

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        claim: String, decision: ClaimDecision, actor: String, reason: String? = nil, amount: Money? = nil
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.claim = claim
        self.decision = decision
        self.actor = actor
        self.reason = reason
        self.amount = amount
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "DEC-5")
        visitor.field("claim", &claim, .text(1...200), "The claim, by its record id.", sample: "CLM-5")
        visitor.field("decision", &decision, .any, "What was decided.", sample: .approved)
        visitor.field("actor", &actor, .text(1...200), "Who decided, by an id of the source.", sample: "FIN-2")
        visitor.field(
            "reason", &reason, .text(1...1000), "Why; needed where something is refused or missing.",
            sample: "The receipt is not readable.")
        visitor.field("amount", &amount, "How much; the whole claim where nothing is said.")
        visitor.check(
            "reason", "is needed where a claim is rejected, reversed or incomplete",
            decision == .approved || decision == .paid || reason != nil)
    }
}
