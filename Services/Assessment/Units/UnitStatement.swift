import Contracts
import Messaging

/// What was said of a completed unit.
struct UnitStatement: Hashable, Sendable {
    let key: RecordKey
    let contractor: Identifier
    let reference: UnitReference
    let eventTime: Timestamp
}
