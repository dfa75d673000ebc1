import Contracts

extension Clearance {
    /// When the outside checks were clear for an engagement, as the facts up to each moment say.
    ///
    /// - Parameter check: the one check that counts; every one that is known where none is named.
    static func spans(_ facts: [VerificationFact], engagement: Identifier, check: String? = nil) -> Spans {
        let relevant = facts.filter { fact in
            (fact.engagement == nil || fact.engagement == engagement) && (check.map { $0 == fact.check } ?? true)
        }
        let moments = Set(relevant.map(\.eventTime)).sorted()
        return Spans(
            changes: moments.map { moment in
                (moment, since(relevant.filter { $0.eventTime <= moment }, engagement: engagement) != nil)
            })
    }
}
