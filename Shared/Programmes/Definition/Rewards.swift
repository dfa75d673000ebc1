/// What a programme's credentials bring.
public struct Rewards: Hashable, Sendable {
    /// Pools that a credential opens.
    public let pools: [Pool]
    /// The temporary pay premium that a credential brings, if any.
    public let premium: Premium?
    /// Micro-grants (INC-08).
    public let grants: [GrantPlan]
    /// Case studies with a client's testimonial (INC-16).
    public let stories: [StoryPlan]
    /// Rehire eligibility and priorities (INC-17).
    public let priorities: [PriorityPlan]
    /// Who sees high-value assignments first (INC-04).
    public let tiers: [AccessTier]
    /// The text that says how rewards are taxed (INC-21).
    public let taxNote: String?

    /// Rewards of these parts.
    public init(
        pools: [Pool] = [], premium: Premium? = nil,
        grants: [GrantPlan] = [],
        stories: [StoryPlan] = [],
        priorities: [PriorityPlan] = [],
        tiers: [AccessTier] = [],
        taxNote: String? = nil
    ) {
        self.pools = pools
        self.premium = premium
        self.grants = grants
        self.stories = stories
        self.priorities = priorities
        self.tiers = tiers
        self.taxNote = taxNote
    }
}
