/// One contractor in an experiment: the arm, what came of it, and what was known before.
public struct ExperimentUnit: Hashable, Sendable {
    /// The arm that it was assigned to.
    public let arm: String
    /// The outcome: 0 or 1, a number, or a time.
    public let outcome: Double
    /// Whether a time ended with the event; always so for other outcomes.
    public let happened: Bool
    /// Values from before the start, in the same order for every unit.
    public let covariates: [Double]
    /// What was assigned as a whole, where that was not the unit itself.
    public let cluster: String?

    /// Takes what is known of a unit.
    public init(
        arm: String, outcome: Double, happened: Bool = true, covariates: [Double] = [], cluster: String? = nil,
    ) {
        (self.arm, self.outcome, self.happened) = (arm, outcome, happened)
        (self.covariates, self.cluster) = (covariates, cluster)
    }
}
