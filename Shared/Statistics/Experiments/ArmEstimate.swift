import Foundation

/// An effect, its uncertainty and the way to both.
struct ArmEstimate {
    var measure: String
    var method: String
    /// The estimate when there is no effect: 0, one half, or a ratio of 1.
    var noEffect = 0.0
    var estimate: Double?
    var low: Double?
    var high: Double?
    var p: Double?
    var varianceReduction: Double?
    /// The standard error on the scale on which the estimate is roughly normal.
    var standardError: Double?
    /// Whether that scale is logarithmic.
    var isRatio = false
    /// The largest estimate that there can be.
    var largest = Double.infinity
    var warnings: [ExperimentReport.Warning] = []

    /// What data with this standard error can find, by the normal distribution.
    func power(confidence: Double, smallestEffect: Double?) -> ExperimentReport.Power {
        var power = ExperimentReport.Power(smallestEffect: smallestEffect)
        guard let standardError, standardError > 0 else { return power }
        let bound = Normal.quantile(confidence: confidence)
        let reach = (bound - Normal.quantile(upperTail: 0.8)) * standardError
        power.detectableEffect = isRatio ? exp(-reach) : noEffect + reach <= largest ? noEffect + reach : nil
        if let smallestEffect, !isRatio || smallestEffect > 0 {
            let shift = (isRatio ? log(smallestEffect) : smallestEffect - noEffect) / standardError
            power.power = Normal.upperTail(bound - shift) + Normal.upperTail(bound + shift)
        }
        return power
    }
}
