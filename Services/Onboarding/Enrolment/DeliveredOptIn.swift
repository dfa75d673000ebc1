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
            // What a correction undid never stood, whenever the rest was withdrawn.
            let isUndone =
                optIn.status == .withdrawn && optIn.withdrawnAt == nil || terms.isUndone || status.isUndone
            let ends = [optIn.withdrawnAt, terms.withdrawnAt, status.withdrawnAt, processing.withdrawnAt]
            return DeliveredOptIn(
                optIn: OptIn(
                    status: .withdrawn, consent: optIn.consent,
                    withdrawnAt: isUndone ? nil : ends.compactMap(\.self).min()),
                enrolledAt: optIn.optedInAt)
        }
        return DeliveredOptIn(optIn: optIn, enrolledAt: max(optIn.optedInAt, accepted, confirmed))
    }
}
