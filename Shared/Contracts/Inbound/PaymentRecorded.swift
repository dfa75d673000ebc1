/// A payer paid a stipend or a premium that was recommended (INC-23).
public struct PaymentRecorded: PersonalRecord, Equatable {
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
    /// The stipend or premium, by its id.
    public var reward = Identifier(high: 0, low: 0)
    /// How much.
    public var amount = Money()
    /// The payer's own reference.
    public var reference = ""

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        reward: Identifier, amount: Money, reference: String
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.reward = reward
        self.amount = amount
        self.reference = reference
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "PAY-771")
        visitor.field("reward", &reward, .any, "The stipend or premium, by its id.", sample: .sample("stipend"))
        visitor.field("amount", &amount, "How much.")
        visitor.field("reference", &reference, .text(1...200), "The payer's own reference.", sample: "PAY-771")
    }
}
