/// Bounds of an estimate that hold at all looks together, by the mixture test.
public struct SequentialInterval: Hashable, Sendable {
    /// The lower bound.
    public let low: Double
    /// The upper bound.
    public let high: Double

    /// Takes an estimate with its variance; nil where that is no positive number.
    public init?(_ estimate: Double, variance: Double, tauSquared: Double, alpha: Double = 0.05) {
        guard estimate.isFinite, variance.isFinite, variance > 0, tauSquared > 0, alpha > 0, alpha < 1 else {
            return nil
        }
        let reach = MixtureRatio(difference: 0, variance: variance, tauSquared: tauSquared, alpha: alpha).reach
        (low, high) = (estimate - reach, estimate + reach)
    }
}
