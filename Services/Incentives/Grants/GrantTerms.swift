import Contracts
import Programmes

/// A grant as the facts give it: whose, how much, against what, and for how long.
struct GrantTerms: Hashable, Sendable {
    /// Derived from the worker, the programme and the plan: a second course brings no second grant (INC-08).
    let id: Identifier
    let contractor: Identifier
    let programme: String
    let programmeVersion: Int64
    let plan: GrantPlan
    /// What earned it.
    let credential: Identifier
    /// When the programme was completed; the first day of receipts.
    let earnedAt: Timestamp
    /// Since when it can be claimed.
    var from: Timestamp
    /// Until when.
    var until: Timestamp
    /// Whether it stands; one whose cause fell away only keeps what was approved.
    var isEntitled = true

    /// The id of a worker's grant.
    static func id(contractor: Identifier, programme: String, plan: String) -> Identifier {
        .derived("grant", contractor, programme, plan)
    }

    /// The same grant, claimable only since it was served out of the queue: nobody loses days by waiting.
    func served(at moment: Timestamp?) -> GrantTerms {
        guard let moment, moment > from else { return self }
        var terms = self
        terms.from = moment
        terms.until = GrantTerms.end(of: moment, plan)
        return terms
    }

    /// The end of a plan's window that begins at a moment.
    static func end(of from: Timestamp, _ plan: GrantPlan) -> Timestamp {
        from.adding(seconds: Int64(plan.claimDays) * 86_400)
    }
}
