import Contracts
import Messaging
import Programmes

/// A revision of a consent: something given or withdrawn, with what the worker was shown.
struct ConsentFact: Hashable, Sendable {
    let key: RecordKey
    let contractor: Identifier
    let source: String
    let recordID: String
    let decision: ConsentDecision
    let purpose: String
    let textVersion: String
    let basis: ConsentBasis
    let channel: String?
    let language: String?
    let programme: String?
    let pathway: String?
    let offering: String?
    let engagement: Identifier?
    let eventTime: Timestamp
    let fingerprint: Identifier

    /// The purpose that opts into a programme.
    static let participation = "participation"
    /// The purposes without which nobody is enrolled (ONB-09).
    static let terms = WorkerText.terms
    static let independentStatus = WorkerText.independentStatus
    /// The purpose whose withdrawal stops whatever Guildhall does with somebody's data.
    static let processing = "processing"

    /// The place in an offering that this consent is about, if it is about one.
    var place: EnrolmentPlace? {
        guard purpose == ConsentFact.participation, let programme, let offering else { return nil }
        return EnrolmentPlace(contractor: contractor, programme: programme, offering: offering)
    }

    /// By what the world did first; the later revision and then the greater record among equals.
    static func precedes(_ left: ConsentFact, _ right: ConsentFact) -> Bool {
        if left.eventTime != right.eventTime { return left.eventTime < right.eventTime }
        if left.key.revision != right.key.revision { return left.key.revision < right.key.revision }
        return left.key.record < right.key.record
    }
}
