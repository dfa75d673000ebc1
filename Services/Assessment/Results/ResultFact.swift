import Contracts

/// A revision of a result as an outside system recorded it, in percent of its scale.
struct ResultFact: Hashable, Sendable {
    let key: RecordKey
    let contractor: Identifier
    let source: String
    let recordID: String
    let programme: String
    let offering: String
    let assessment: String
    let percent: Decimal6
    /// Whether an earlier result is recognised; it counts like any other.
    let priorLearning: Bool
    let eventTime: Timestamp
    let fingerprint: Identifier
}
