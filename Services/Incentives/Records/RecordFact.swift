import Contracts
import Messaging

/// A revision of an outside record about a reward: a claim, a decision, a payment, a testimonial, a release, an
/// override or a brief.
struct RecordFact: Sendable {
    let key: RecordKey
    /// What kind of record it is.
    let type: EventType
    let source: String
    /// The record's id at its source.
    let recordID: String
    /// Whom it is about; nil for a brief.
    let contractor: Identifier?
    let programme: String?
    let eventTime: Timestamp
    /// What it says.
    let payload: any InboundRecord
    let content: RecordContent

    /// The id of a record of a source.
    static func id(_ type: EventType, source: String, id: String) -> Identifier {
        .derived("incentives-record", type.name, source, id)
    }

    /// The programme that a record names, if any.
    static func programme(of payload: any InboundRecord) -> String? {
        switch payload {
        case let record as ClaimRecorded: record.programme
        case let record as ReleaseRecorded: record.programme
        case let record as OverrideRecorded: record.programme
        case let record as BriefRecorded: record.programme
        default: nil
        }
    }
}

/// A record of one kind with what is known of it beside its words.
struct Told<Record: InboundRecord>: Sendable {
    /// The record's derived id.
    let id: Identifier
    let source: String
    let contractor: Identifier?
    let value: Record

    /// Whether it happened before another one; the id decides between two of one moment.
    func isBefore(_ other: Told<Record>) -> Bool {
        (value.eventTime, id, value.revision) < (other.value.eventTime, other.id, other.value.revision)
    }
}

extension Sequence<RecordFact> {
    /// Every revision of the records of one kind, in order of event time.
    func all<Record: InboundRecord>(_ type: Record.Type) -> [Told<Record>] {
        compactMap { fact in
            (fact.payload as? Record).map {
                Told(id: fact.key.record, source: fact.source, contractor: fact.contractor, value: $0)
            }
        }.sorted { $0.isBefore($1) }
    }

    /// The highest revision of every record of one kind, in order of event time.
    func latest<Record: InboundRecord>(_ type: Record.Type) -> [Told<Record>] {
        var latest: [Identifier: Told<Record>] = [:]
        for told in all(type) where told.value.revision >= latest[told.id]?.value.revision ?? .min {
            latest[told.id] = told
        }
        return latest.values.sorted { $0.isBefore($1) }
    }
}
