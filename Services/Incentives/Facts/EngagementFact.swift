import Contracts

/// An engagement as onboarding last told of it: the highest revision, whatever arrived after it.
struct EngagementFact: Hashable, Sendable {
    let id: Identifier
    var contractor: Identifier
    var revision: Int64
    var status: EngagementStatus
    var occurredAt: Timestamp
    var startsAt: Timestamp?
    /// What the whole assignment is expected to be worth.
    var value: Money?

    /// The moment it started; nil while it has not.
    ///
    /// What is only accepted has not started, whatever start is planned, and what was called off never did. Of one that
    /// the contractor left, the start counts that came before the leaving.
    var startedAt: Timestamp? {
        switch status {
        case .active, .extended, .ended: startsAt
        case .withdrawn: startsAt.flatMap { $0 < occurredAt ? $0 : nil }
        case .requested, .offered, .accepted, .onboarding, .cancelled: nil
        }
    }
}

extension EngagementFact {
    /// The fact that an event tells.
    init(_ state: EngagementState) {
        self.init(
            id: state.engagement, contractor: state.contractor, revision: state.revision, status: state.status,
            occurredAt: state.occurredAt, startsAt: state.startsAt, value: state.value)
    }
}
