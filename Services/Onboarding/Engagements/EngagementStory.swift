import Contracts

/// What all revisions of an engagement say together.
struct EngagementStory: Sendable {
    /// The highest revision.
    let newest: StoryPart
    /// When it was first heard of, by event time.
    let firstAt: Timestamp
    /// When it was offered, if it was said.
    let offeredAt: Timestamp?
    /// When it was accepted: by the first revision that says so, or else that work is prepared or under way.
    let acceptedAt: Timestamp?

    /// A story of the revisions of one engagement; nil without one.
    init?(_ facts: some Sequence<StoryPart>) {
        guard let newest = facts.max(by: { $0.revision < $1.revision }) else { return nil }
        self.newest = newest
        func first(_ statuses: Set<EngagementStatus>) -> Timestamp? {
            facts.filter { statuses.contains($0.status) }.map(\.eventTime).min()
        }
        firstAt = facts.map(\.eventTime).min() ?? newest.eventTime
        offeredAt = first([.offered])
        acceptedAt = first([.accepted]) ?? first([.onboarding, .active, .extended, .ended])
    }

    /// Since when it is called off, if it is.
    var calledOffAt: Timestamp? {
        newest.status == .cancelled || newest.status == .withdrawn ? newest.eventTime : nil
    }
}
