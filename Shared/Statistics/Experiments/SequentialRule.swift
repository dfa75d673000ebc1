/// By what rule an arm is held against the control at every look, fixed before the first.
public struct SequentialRule: Hashable, Sendable {
    /// How far apart the effects lie that the mixture gives weight to.
    public enum Mixture: Hashable, Sendable {
        /// A standard deviation in the unit of the outcome: the smallest effect of interest is near the best choice.
        case effect(Double)
        /// Half the standard deviation of the outcomes at the first look that counts, kept from then on.
        case halfDeviation
    }

    /// What sort of outcome it is; a proportion has its variance from the pooled share.
    public var kind: OutcomeKind
    /// The mixture.
    public var mixture: Mixture
    /// Units that each arm needs before a look counts.
    public var floor: Int
    /// The chance of a false alarm over all looks.
    public var alpha = 0.05
    /// How many units must have the rarer outcome, in both arms together.
    ///
    /// The test rests on a normal approximation of a difference of shares, which is poor where nearly all units are
    /// alike: at a share of 0.05 and 50 units in an arm there are five events in all. Simulated, false alarms stay as
    /// rare as promised without this rule too; it keeps a verdict from resting on a handful of events.
    public var leastRare = 10

    /// A rule of these parts.
    public init(kind: OutcomeKind, mixture: Mixture, floor: Int) {
        (self.kind, self.mixture, self.floor) = (kind, mixture, floor)
    }
}
