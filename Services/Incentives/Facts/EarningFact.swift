import Contracts

/// What an outside system recorded of a contractor's earnings: kept by source, id and revision, never changed.
struct EarningFact: Hashable, Sendable {
    /// Under which it is kept.
    struct Key: Hashable, Comparable, Sendable {
        let source: String
        let id: String
        let revision: Int64

        static func < (left: Key, right: Key) -> Bool {
            if left.source != right.source { return left.source.utf8.lexicographicallyPrecedes(right.source.utf8) }
            if left.id != right.id { return left.id.utf8.lexicographicallyPrecedes(right.id.utf8) }
            return left.revision < right.revision
        }
    }

    let key: Key
    let contractor: Identifier
    let engagement: Identifier
    let eventTime: Timestamp
    let periodStart: Day
    let periodEnd: Day
    let gross: Money
    let tips: Money?
    let jobs: Int64?

    /// The key of a record from a source.
    static func key(of record: EarningsRecorded, from source: String) -> Key {
        Key(source: source, id: record.id, revision: record.revision)
    }

    /// The fact that a record from a source tells.
    init(_ record: EarningsRecorded, from source: String) {
        key = EarningFact.key(of: record, from: source)
        contractor = .contractor(source: source, workerId: record.person.workerId)
        engagement = .engagement(source: source, id: record.engagement)
        eventTime = record.eventTime
        periodStart = record.periodStart
        periodEnd = record.periodEnd
        gross = record.gross
        tips = record.tips
        jobs = record.jobs
    }
}
