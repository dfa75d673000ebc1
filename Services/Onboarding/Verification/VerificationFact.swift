import Contracts
import Messaging

/// A state of an outside check.
struct VerificationFact: Hashable, Sendable {
    let key: RecordKey
    let contractor: Identifier
    let source: String
    let recordID: String
    let engagement: Identifier?
    let check: String
    let status: VerificationStatus
    let providerReference: String
    let eventTime: Timestamp
    let fingerprint: Identifier
}
