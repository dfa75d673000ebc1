import Contracts
import Messaging

/// A revision of what was recorded about an attempt: an act of the worker, or a review of the work.
struct AttemptFact: Hashable, Sendable {
    /// What happened.
    enum Content: Equatable, Sendable {
        case act(AttemptRecorded)
        case review(ReviewRecorded)
    }

    let key: RecordKey
    let contractor: Identifier
    let source: String
    /// The attempt, see ``attempt(source:worker:programme:offering:name:)``.
    let attempt: Identifier
    let content: Content
    let fingerprint: Identifier

    var eventTime: Timestamp {
        switch content {
        case .act(let act): act.eventTime
        case .review(let review): review.eventTime
        }
    }

    /// The attempt's id at its source.
    var name: String {
        switch content {
        case .act(let act): act.attempt
        case .review(let review): review.attempt
        }
    }

    /// The offering that it is about, for the contractor whom it was recorded about.
    var course: Course {
        switch content {
        case .act(let act):
            Course(contractor: contractor, programme: act.programme, offering: act.offering)
        case .review(let review):
            Course(contractor: contractor, programme: review.programme, offering: review.offering)
        }
    }

    /// The id of an attempt: its name belongs to the worker's id at the source and to the offering, so that no other
    /// worker can touch it, nor the same name elsewhere.
    static func attempt(
        source: String, worker: String, programme: String, offering: String, name: String
    ) -> Identifier {
        Identifier.derived("assessment-attempt", source, worker, programme, offering, name)
    }

    /// The id of an act's record.
    static func id(ofAct id: String, source: String) -> Identifier {
        Identifier.derived("assessment-attempt-act", source, id)
    }

    /// The id of a review's record.
    static func id(ofReview id: String, source: String) -> Identifier {
        Identifier.derived("assessment-review", source, id)
    }

    /// By what the world did first; at one moment a start comes before what is saved, and that before what is handed
    /// in and scored.
    static func isEarlier(_ left: AttemptFact, _ right: AttemptFact) -> Bool {
        (left.eventTime, left.rank, left.key.record) < (right.eventTime, right.rank, right.key.record)
    }

    private var rank: Int {
        switch content {
        case .act(let act):
            switch act.action {
            case .started: 0
            case .saved: 1
            case .submitted: 2
            }
        case .review: 3
        }
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(key)
    }
}
