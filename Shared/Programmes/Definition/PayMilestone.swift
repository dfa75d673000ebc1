import Contracts

/// What follows from reaching a milestone (ONB-15): an amount or a rate.
public struct PayMilestone: Hashable, Sendable {
    /// What has to happen.
    public let trigger: String
    /// The amount that follows.
    public let amount: Money?
    /// The rate that follows, in hundredths of a percent.
    public let basisPoints: Int64?

    /// A milestone of these parts.
    public init(
        trigger: String,
        amount: Money? = nil,
        basisPoints: Int64? = nil
    ) {
        self.trigger = trigger
        self.amount = amount
        self.basisPoints = basisPoints
    }
}
