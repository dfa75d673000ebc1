/// How a worker wants to be spoken to (ONB-12, ONB-26).
public struct PreferenceRecorded: PersonalRecord, Equatable {
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
    /// The worker's language.
    public var language: String?
    /// On which way the worker wants to be reached.
    public var channel: NoticeChannel?
    /// Whether no reminders are wanted; enrolment and standing stay as they are.
    public var mutesReminders = false

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        language: String? = nil, channel: NoticeChannel? = nil, mutesReminders: Bool = false
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.language = language
        self.channel = channel
        self.mutesReminders = mutesReminders
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "PRF-9")
        visitor.field("language", &language, .language, "The worker's language.", sample: "es")
        visitor.field("channel", &channel, .any, "On which way the worker wants to be reached.", sample: .message)
        visitor.field(
            "mutesReminders", &mutesReminders, .absent(false),
            "Whether no reminders are wanted; enrolment and standing stay as they are.", sample: false)
    }
}
