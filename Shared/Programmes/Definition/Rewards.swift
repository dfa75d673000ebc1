/// What a programme's credentials bring.
public struct Rewards: Hashable, Sendable {
    /// Pools that a credential opens.
    public let pools: [Pool]
    /// The temporary pay premium that a credential brings, if any.
    public let premium: Premium?

    /// Rewards of these parts.
    public init(pools: [Pool] = [], premium: Premium? = nil) {
        self.pools = pools
        self.premium = premium
    }
}
