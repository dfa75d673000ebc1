import Contracts

/// Decides whether a contractor takes part in an offering that Guildhall delivers (ONB-08, ONB-09, GOV-03, G9).
///
/// Nobody is enrolled before the terms are accepted and independent status is confirmed, in whichever order the three
/// arrive; the opt-in's own time is the enrolment's. Withdrawing any of the three, or the consent to have data
/// processed, ends it.
struct DeliveredOptIn: Equatable, Sendable {
    let optIn: OptIn
    /// When the last of what it takes was there.
    let enrolledAt: Timestamp

    /// What a contractor's consents say about a place; nil where something was never given.
    static func decide(_ facts: [ConsentFact], place: EnrolmentPlace) -> DeliveredOptIn? {
        guard let optIn = OptIn.decide(facts, place: place) else { return nil }
        func standing(_ purpose: String) -> PurposeStanding {
            PurposeStanding.of(facts, purpose: purpose, programme: place.programme)
        }
        let (terms, status) = (standing(ConsentFact.terms), standing(ConsentFact.independentStatus))
        guard terms.wasGiven, status.wasGiven else { return nil }
        let processing = standing(ConsentFact.processing)
        guard optIn.status == .open, let accepted = terms.since, let confirmed = status.since,
            processing.withdrawnAt == nil
        else {
            return DeliveredOptIn(
                optIn: OptIn(status: .withdrawn, consent: optIn.consent, withdrawnAt: left(facts, place: place)),
                enrolledAt: optIn.optedInAt)
        }
        return DeliveredOptIn(optIn: optIn, enrolledAt: max(optIn.optedInAt, accepted, confirmed))
    }

    /// When the last time ended in which everything stood together; nil where it never did.
    private static func left(_ facts: [ConsentFact], place: EnrolmentPlace) -> Timestamp? {
        var missing: Set = [ConsentFact.participation, ConsentFact.terms, ConsentFact.independentStatus]
        var takesPart = false
        var left: Timestamp?
        for fact in ConsentFact.history(of: facts) where fact.concerns(place) {
            // To the processing of data nobody has to consent; withdrawing it ends everything.
            if fact.decision == .withdrawn { missing.insert(fact.purpose) } else { missing.remove(fact.purpose) }
            if takesPart, !missing.isEmpty { left = fact.eventTime }
            takesPart = missing.isEmpty
        }
        return left
    }
}

extension ConsentFact {
    /// Whether taking part in an offering may depend on it; consents that name no programme are for all of them.
    fileprivate func concerns(_ place: EnrolmentPlace) -> Bool {
        switch purpose {
        case ConsentFact.participation: self.place == place
        case ConsentFact.terms, ConsentFact.independentStatus, ConsentFact.processing:
            programme.map { $0 == place.programme } ?? true
        default: false
        }
    }
}
