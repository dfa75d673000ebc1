/// What is asked of an experiment, to be fixed before anybody looks.
public struct ExperimentQuestion: Hashable, Sendable {
    /// What sort of outcome it is.
    public var kind: OutcomeKind
    /// The arm that the others are compared with.
    public var control: String
    /// The coverage of the intervals; 1 minus it is the chance of a false alarm.
    public var confidence = 0.95
    /// The ratio in which the arms were meant to fill; equal shares where an arm is not named.
    public var weights: [String: Double] = [:]
    /// The smallest effect of interest, in the unit of the estimate.
    public var smallestEffect: Double?
    /// How many contractors an arm needs for a verdict.
    public var floor = 50
    /// The names of the covariates, for warnings.
    public var covariates: [String] = []
    /// The p-value of the sample ratio below which there is no verdict.
    public var ratioThreshold = 0.001

    /// Asks for the effect on a sort of outcome, against a control arm.
    public init(kind: OutcomeKind, control: String) {
        (self.kind, self.control) = (kind, control)
    }
}
