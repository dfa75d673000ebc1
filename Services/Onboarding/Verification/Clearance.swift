import Contracts
import Messaging

/// Decides whether the outside checks of a contractor are clear for an engagement.
enum Clearance {
    /// Since when every check known is clear; nil when there is none, or one that is not.
    ///
    /// Checks that name no engagement hold for all. Of each order the highest revision counts, of each kind of check
    /// the order of the latest event time, so that a check made again replaces the one before.
    static func since(_ facts: some Sequence<VerificationFact>, engagement: Identifier) -> Timestamp? {
        var orders: [Identifier: VerificationFact] = [:]
        for fact in facts where fact.engagement == nil || fact.engagement == engagement {
            if fact.key.revision >= orders[fact.key.record]?.key.revision ?? .min { orders[fact.key.record] = fact }
        }
        var checks: [String: VerificationFact] = [:]
        for fact in orders.values {
            guard let known = checks[fact.check] else {
                checks[fact.check] = fact
                continue
            }
            if (known.eventTime, known.key) < (fact.eventTime, fact.key) { checks[fact.check] = fact }
        }
        guard checks.values.allSatisfy({ $0.status == .clear }) else { return nil }
        return checks.values.map(\.eventTime).max()
    }
}
