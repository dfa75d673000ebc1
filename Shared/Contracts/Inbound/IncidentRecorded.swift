/// A ticket, an incident or a defect.
public struct IncidentRecorded: PersonalRecord, Equatable {
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
    public var engagement: String?
    /// What sort of trouble it is.
    public var kind = IncidentKind.ticket
    /// How bad it is.
    public var severity = IncidentSeverity.low

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, revision: Int64, eventTime: Timestamp, recordedTime: Timestamp? = nil, person: Person,
        engagement: String? = nil, kind: IncidentKind, severity: IncidentSeverity
    ) {
        self.id = id
        self.revision = revision
        self.eventTime = eventTime
        self.recordedTime = recordedTime
        self.person = person
        self.engagement = engagement
        self.kind = kind
        self.severity = severity
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitPersonalRecord(&visitor, sample: "INC-1")
        visitor.field("engagement", &engagement, .text(1...200), "The record id of the engagement.", sample: "WO-88120")
        visitor.field("kind", &kind, .any, "What sort of trouble it is.", sample: .ticket)
        visitor.field("severity", &severity, .any, "How bad it is.", sample: .low)
    }
}
