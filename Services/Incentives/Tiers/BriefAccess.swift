import Contracts
import Programmes

/// Who sees a high-value assignment when (INC-04): members of the tier's pool first, for a limited time, then
/// everybody.
///
/// Only seeing is ordered; work that somebody has accepted is an engagement, and no rule here touches one. The order
/// among those who see it is a hint, no more (INC-18).
enum BriefAccess {
    /// The rule's name and version.
    static let rule = "tiered-access/1"

    /// What the answer is.
    struct Answer: Hashable, Sendable {
        /// Whether the worker sees it at the moment asked for.
        let isOpen: Bool
        /// Why.
        let reason: String
        /// From when members of the pool see it.
        let from: Timestamp?
        /// From when everybody does.
        let everybodyFrom: Timestamp?
        /// Whether the worker is to be listed first.
        var isFirst = false
    }

    /// Whether a worker sees a brief at a moment.
    ///
    /// - Parameters:
    ///   - revisions: all that was recorded of it, in any order.
    ///   - places: the worker's places in pools.
    ///   - hasPriority: whether high-value briefs are ordered with the worker first.
    static func answer(
        _ revisions: [Told<BriefRecorded>], _ tier: AccessTier?, _ places: [PoolMembership], hasPriority: Bool,
        at moment: Timestamp
    ) -> Answer {
        let ordered = revisions.sorted { $0.value.revision < $1.value.revision }
        guard let first = ordered.first?.value, let tier else {
            return Answer(isOpen: false, reason: "there is no such brief", from: nil, everybodyFrom: nil)
        }
        let everybody = first.eventTime.adding(seconds: Int64(tier.hours) * 3600)
        func answer(_ isOpen: Bool, _ reason: String) -> Answer {
            Answer(
                isOpen: isOpen, reason: reason, from: first.eventTime, everybodyFrom: everybody,
                isFirst: isOpen && hasPriority)
        }
        guard first.eventTime <= moment else { return answer(false, "it is not open yet") }
        if let said = ordered.last(where: { $0.value.eventTime <= moment }), said.value.isWithdrawn {
            return answer(false, "it is withdrawn or filled")
        }
        if everybody <= moment { return answer(true, "it is open to everybody") }
        let isMember = places.contains {
            $0.pool == tier.pool && $0.programme == first.programme && $0.counts(at: moment)
        }
        return isMember
            ? answer(true, "members of the pool \(tier.pool) see it first")
            : answer(false, "members of the pool \(tier.pool) see it first, everybody else later")
    }
}

extension PoolMembership {
    /// Whether its member is served at a moment: it lasts, and does not pause.
    func counts(at moment: Timestamp) -> Bool {
        isOpen && from <= moment && moment < until && (pausedUntil.map { $0 <= moment } ?? true)
    }
}
