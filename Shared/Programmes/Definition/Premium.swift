/// A temporary pay premium on the next engagements after a credential (INC-05, INC-06).
public struct Premium: Hashable, Sendable {
    /// Hundredths of a percent: 500 is 5 %.
    public let rateBasisPoints: Int64
    /// How many started engagements it applies to.
    public let uses: Int
    /// When what is left of it ends.
    public let ends: RewardEnd
    /// What happens to the fraction of a minor unit (INC-07).
    public let rounding: Rounding

    /// A premium of these parts.
    public init(
        rateBasisPoints: Int64,
        uses: Int,
        ends: RewardEnd = .withCredential,
        rounding: Rounding = .halfUp,
    ) {
        self.rateBasisPoints = rateBasisPoints
        self.uses = uses
        self.ends = ends
        self.rounding = rounding
    }

    /// Rates that a premium may have, in hundredths of a percent (INC-05).
    public static let allowedBasisPoints: ClosedRange<Int64> = 500...1000
}
