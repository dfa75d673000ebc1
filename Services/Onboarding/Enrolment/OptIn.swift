import Contracts
import Messaging

/// Decides whether a contractor takes part in an offering, from all their consents (ONB-08, G1).
///
/// An outcome: of each record the highest revision counts, in order of event time, then revision, then record id. The
/// last of them decides; a contractor opted in with the first consent given after the last withdrawal. Where a record
/// that opted in was corrected afterwards to say otherwise, the enrolment stands as withdrawn, since it was announced
/// or might have been.
struct OptIn: Hashable, Sendable {
    let status: EnrolmentStatus
    /// The consent that opted in: its time, text, channel and basis are the enrolment's.
    let consent: ConsentFact
    /// When the contractor opted out; nil while it is open, and where a correction of the record undid it.
    var withdrawnAt: Timestamp?

    /// When the contractor opted in.
    var optedInAt: Timestamp { consent.eventTime }

    /// What a contractor's consents, of any place and every revision, say about a place; nil when nothing was given.
    static func decide(_ facts: some Sequence<ConsentFact>, place: EnrolmentPlace) -> OptIn? {
        var highest: [Identifier: ConsentFact] = [:]
        var given: [ConsentFact] = []
        for fact in facts {
            if fact.key.revision >= highest[fact.key.record]?.key.revision ?? .min { highest[fact.key.record] = fact }
            if fact.decision == .given, fact.place == place { given.append(fact) }
        }
        let standing = highest.values.filter { $0.place == place }.sorted(by: ConsentFact.precedes)
        var start: ConsentFact?
        var isOpen = false
        var withdrawnAt: Timestamp?
        for fact in standing {
            switch fact.decision {
            case .given where !isOpen:
                start = fact
                isOpen = true
            case .given: break
            case .withdrawn where isOpen:
                isOpen = false
                withdrawnAt = fact.eventTime
            case .withdrawn: break
            }
        }
        if let start {
            return OptIn(
                status: isOpen ? .open : .withdrawn, consent: start, withdrawnAt: isOpen ? nil : withdrawnAt)
        }
        return given.min(by: ConsentFact.precedes).map { OptIn(status: .withdrawn, consent: $0) }
    }
}
