/// A person granted or withheld a reward beside its rule; it stands in the fairness report with its author (INC-22).
public struct OverrideRecorded: PersonalRecord, Equatable {
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
    /// The programme.
    public var programme = ""
    /// The reward, by its id in the programme.
    public var reward = ""
    /// What was decided.
    public var decision = OverrideDecision.granted
    /// Who decided, by an id of the source.
    public var actor = ""
    /// Why, in words.
    public var reason = ""

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        programme: String, reward: String, decision: OverrideDecision, actor: String, reason: String
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.programme = programme
        self.reward = reward
        self.decision = decision
        self.actor = actor
        self.reason = reason
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "OVR-1")
        visitor.field("programme", &programme, .text(1...100), "The programme.", sample: "retail-seasonal")
        visitor.field(
            "reward", &reward, .text(1...100), "The reward, by its id in the programme.", sample: "tools-grant")
        visitor.field("decision", &decision, .any, "What was decided.", sample: .granted)
        visitor.field("actor", &actor, .text(1...200), "Who decided, by an id of the source.", sample: "FIN-2")
        visitor.field(
            "reason", &reason, .text(1...1000), "Why, in words.", sample: "The course ended a day after the grant did.")
    }
}
