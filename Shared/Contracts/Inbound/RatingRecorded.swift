/// A client's score of an engagement.
public struct RatingRecorded: PersonalRecord, Equatable {
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
    /// The record id of the engagement.
    public var engagement = ""
    /// The score, exact to six decimals.
    public var score: Decimal6 = .zero
    /// Between which scores it lies.
    public var scale = Scale()

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        engagement: String, score: Decimal6, scale: Scale
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.engagement = engagement
        self.score = score
        self.scale = scale
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "RATE-1")
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
        visitor.field(
            "score", &score, .any, "The score, exact to six decimals.", sample: Decimal6(millionths: 4_500_000))
        visitor.field("scale", &scale, "Between which scores it lies.")
        visitor.check(
            "score", "must lie between scale.minimum and scale.maximum",
            scale.minimum <= score && score <= scale.maximum)
    }
}
