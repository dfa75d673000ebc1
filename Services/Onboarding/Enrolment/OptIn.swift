import Contracts
import Messaging

/// Decides whether a contractor takes part in an offering, from all their consents (ONB-08, G1).
///
/// An outcome: of each record what stood when (``ConsentFact/history(of:)``). The last of them decides; a contractor opted
/// in with the first consent given after the last withdrawal. Where a record that opted in was corrected afterwards to
/// say that it never did, the enrolment stands as withdrawn, since it was announced or might have been.
struct OptIn: Hashable, Sendable {
    let status: EnrolmentStatus
    /// The consent that opted in: its time, text, channel and basis are the enrolment's.
    let consent: ConsentFact
    /// When the contractor opted out; nil while it is open, and where a correction of the record undid it.
    var withdrawnAt: Timestamp?

    /// When the contractor opted in.
    var optedInAt: Timestamp { consent.eventTime }

    /// What a contractor's consents, of any place and every revision, say about a place; nil when nothing was given.
    static func decide(_ facts: some Collection<ConsentFact>, place: EnrolmentPlace) -> OptIn? {
        var start: ConsentFact?
        var isOpen = false
        var withdrawnAt: Timestamp?
        for fact in ConsentFact.history(of: facts) where fact.place == place {
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
        let given = facts.filter { $0.decision == .given && $0.place == place }
        return given.min(by: ConsentFact.precedes).map { OptIn(status: .withdrawn, consent: $0) }
    }
}
