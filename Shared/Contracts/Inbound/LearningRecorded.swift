/// A statement about learning, in the words of xAPI.
public struct LearningRecorded: PersonalRecord, Equatable {
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
    /// The xAPI statement: a JSON object as text.
    public var statement = ""
    /// The id of the statement's verb.
    public var verb = ""
    /// The id of the statement's object.
    public var object = ""

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        statement: String, verb: String, object: String
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.statement = statement
        self.verb = verb
        self.object = object
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "STM-1")
        visitor.field(
            "statement", &statement, .jsonObject(2...65_536),
            "The xAPI statement: a JSON object as text.",
            sample: #"{"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},"object":{"id":"unit-7"}}"#)
        visitor.field(
            "verb", &verb, .text(1...500),
            "The id of the statement's verb.", sample: "http://adlnet.gov/expapi/verbs/completed")
        visitor.field(
            "object", &object, .text(1...500),
            "The id of the statement's object.", sample: "https://lms.example/unit/7")
    }
}
