import Contracts
import Messaging

/// How a consent to a purpose other than taking part stands, from all of a contractor's consents (GOV-03).
struct PurposeStanding: Equatable, Sendable {
    /// Whether it was ever given.
    let wasGiven: Bool
    /// Since when it stands; nil where it does not.
    let since: Timestamp?
    /// When it was withdrawn, where that is how it stands.
    let withdrawnAt: Timestamp?

    /// The standing of a purpose for a programme; consents that name no programme are for all of them.
    ///
    /// Of each record the highest revision counts, in order of event time; the last of them decides.
    static func of(_ facts: some Sequence<ConsentFact>, purpose: String, programme: String) -> PurposeStanding {
        var highest: [Identifier: ConsentFact] = [:]
        var wasGiven = false
        for fact in facts where fact.purpose == purpose && fact.programme.map({ $0 == programme }) ?? true {
            if fact.decision == .given { wasGiven = true }
            if fact.key.revision >= highest[fact.key.record]?.key.revision ?? .min { highest[fact.key.record] = fact }
        }
        var since: Timestamp?
        var withdrawnAt: Timestamp?
        for fact in highest.values.sorted(by: ConsentFact.precedes) {
            switch fact.decision {
            case .given:
                since = since ?? fact.eventTime
                withdrawnAt = nil
            case .withdrawn:
                since = nil
                withdrawnAt = fact.eventTime
            }
        }
        return PurposeStanding(wasGiven: wasGiven, since: since, withdrawnAt: withdrawnAt)
    }
}
