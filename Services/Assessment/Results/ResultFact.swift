import Contracts
import Messaging

/// A revision of a result in percent of its scale, with what an outcome needs to know of it.
struct ResultFact: Hashable, Sendable {
    let key: RecordKey
    let contractor: Identifier
    let programme: String
    let offering: String
    let assessment: String
    let percent: Decimal6
    let eventTime: Timestamp
    let fingerprint: Identifier

    /// The offering that it is about, for the contractor whom it was recorded about.
    var course: Course {
        Course(contractor: contractor, programme: programme, offering: offering)
    }
}
