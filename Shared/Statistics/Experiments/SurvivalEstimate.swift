import Foundation

/// The ratio of the rates at which the event happens.
///
/// One step from no effect: ln ratio = (O - E) / V with the log-rank's observed, expected and variance. R. Peto and
/// J. Peto, "Asymptotically efficient rank invariant test procedures", JRSS A 135 (1972). With clusters O - E is a
/// difference of the arms' mean ``ClusterResiduals``, and Welch's t on these gives test and interval.
enum SurvivalEstimate {
    static func estimate(
        _ treatment: [ExperimentUnit], _ control: [ExperimentUnit], confidence: Double,
    ) -> ArmEstimate {
        var estimate = ArmEstimate(
            measure: "ratio of event rates (hazard ratio)", method: "log-rank test, Peto's one-step ratio", noEffect: 1,
            isRatio: true)
        let score = LogRankScore(
            treatment.map(\.outcome), treatment.map { YesNo($0.happened) }, control.map(\.outcome),
            control.map { YesNo($0.happened) })
        guard score.variance > 0 else { return estimate }
        let logRatio = (score.observed - score.expected) / score.variance
        estimate.estimate = exp(logRatio)
        if treatment.contains(where: { $0.cluster != nil }) {
            byCluster(ClusterResiduals(treatment, control), score, confidence, &estimate)
        } else {
            let error = 1 / score.variance.squareRoot()
            let reach = Normal.quantile(confidence: confidence) * error
            estimate.standardError = error
            estimate.p = Normal.twoSided(logRatio / error)
            (estimate.low, estimate.high) = (exp(logRatio - reach), exp(logRatio + reach))
        }
        if abs(logRatio) > log(2) {
            estimate.warnings.append(
                .init("large_ratio", "The one-step ratio understates effects as large as this one."))
        }
        return estimate
    }

    private static func byCluster(
        _ residuals: ClusterResiduals, _ score: LogRankScore, _ confidence: Double, _ estimate: inout ArmEstimate,
    ) {
        estimate.method = "log-rank residuals of clusters by Welch's t test, Peto's one-step ratio"
        let (first, second) = (Double(residuals.treatment.count), Double(residuals.control.count))
        // Residuals add up to nothing, so that the excess of one arm is this share of the difference of the means.
        let share = first * second / (first + second) / score.variance
        let test = MeanComparison(residuals.treatment, residuals.control, confidence: confidence)
        estimate.p = test.twoSided
        estimate.standardError = test.standardError.map { $0 * share }
        estimate.low = test.low.map { exp($0 * share) }
        estimate.high = test.high.map { exp($0 * share) }
    }
}
