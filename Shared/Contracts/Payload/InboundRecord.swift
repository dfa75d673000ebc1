/// What an outside system recorded: known by (source, id), ordered by revision, never by arrival.
public protocol InboundRecord: Payload {
    /// The record's id in the system that sends it; the same in every revision.
    var id: String { get set }
    /// Grows with every change of the record; the highest wins.
    var revision: Int64 { get set }
    /// When it happened in the world.
    var eventTime: Timestamp { get set }
    /// When the system recorded it.
    var recordedTime: Timestamp? { get set }
}

/// A record about somebody.
public protocol PersonalRecord: InboundRecord {
    /// Whom the record is about.
    var person: Person { get set }
}

extension PersonalRecord {
    /// Whom the record is about.
    public var about: Person? { person }
}

extension InboundRecord {
    /// Describes what every record has.
    @inline(__always)
    mutating func visitRecord<V: PayloadVisitor>(_ visitor: inout V, sample: String) {
        visitor.field(
            "id", &id, .text(1...200), "The record's id in the system that sends it; the same in every revision.",
            sample: sample)
        visitor.field(
            "revision", &revision, .integer(0...Int64.max),
            "Grows with every change of the record; the highest wins, whatever the order of arrival.", sample: 1)
        visitor.field(
            "eventTime", &eventTime, .any, "When it happened in the world.",
            sample: Timestamp(microseconds: 1_757_494_800_000_000))
        visitor.field(
            "recordedTime", &recordedTime, .any, "When the system recorded it.",
            sample: Timestamp(microseconds: 1_757_494_830_000_000))
    }
}

extension PersonalRecord {
    /// Describes what every record about somebody has.
    @inline(__always)
    mutating func visitPersonalRecord<V: PayloadVisitor>(_ visitor: inout V, sample: String) {
        visitRecord(&visitor, sample: sample)
        visitor.field("person", &person, "Whom the record is about.")
    }
}
