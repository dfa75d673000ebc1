import Contracts

/// Layer 3: a short live review, opened only inside the borderline band (ASM-03).
public struct ReviewLayer: Hashable, Sendable {
    /// The lowest combined score that is reviewed, in percent.
    public let from: Decimal6
    /// The combined score from which one passes without a review, in percent.
    public let to: Decimal6
    /// How long it takes.
    public let minutes: Int

    /// A review of these parts.
    public init(
        from: Decimal6,
        to: Decimal6,
        minutes: Int
    ) {
        self.from = from
        self.to = to
        self.minutes = minutes
    }
}
