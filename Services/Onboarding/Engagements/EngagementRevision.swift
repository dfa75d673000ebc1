import Contracts
import Messaging

/// A revision of an engagement as its source recorded it: a fact.
struct EngagementRevision: Sendable {
    let key: RecordKey
    let contractor: Identifier
    let status: EngagementStatus
    let eventTime: Timestamp
    let recordedTime: Timestamp?
    let content: RecordContent
}
