import Foundation

/// The ratio of the rates at which the event happens.
///
/// One step from no effect: ln ratio = (O - E) / V with the log-rank's observed, expected and variance. R. Peto and
/// J. Peto, "Asymptotically efficient rank invariant test procedures", JRSS A 135 (1972). With clusters the variance is
/// that of the clusters' summed scores: D. Y. Lin and L. J. Wei, JASA 84 (1989).
enum SurvivalEstimate {
    static func estimate(
        _ treatment: [ExperimentUnit], _ control: [ExperimentUnit], confidence: Double,
    ) -> ArmEstimate {
        let score = LogRankScore(
            treatment.map(\.outcome), treatment.map { YesNo($0.happened) }, control.map(\.outcome),
            control.map { YesNo($0.happened) })
        var estimate = ArmEstimate(
            measure: "ratio of event rates (hazard ratio)", method: "log-rank test, Peto's one-step ratio", noEffect: 1,
            isRatio: true)
        guard score.variance > 0 else { return estimate }
        let excess = score.observed - score.expected
        let units = treatment + control
        var bound: Double? = Normal.quantile(confidence: confidence)
        if units.contains(where: { $0.cluster != nil }) {
            let clusters = ClusterScores(treatment, control)
            let df = Double(clusters.count - 2)
            let error = clusters.variance.squareRoot()
            estimate.method = "log-rank test with cluster-robust variance, Peto's one-step ratio"
            estimate.standardError = error / score.variance
            estimate.p = error > 0 ? StudentT.twoSided(excess / error, df: df) : nil
            bound = StudentT.quantile(confidence: confidence, df: df)
        } else {
            estimate.standardError = 1 / score.variance.squareRoot()
            estimate.p = Normal.twoSided(excess / score.variance.squareRoot())
        }
        let logRatio = excess / score.variance
        estimate.estimate = exp(logRatio)
        if let bound, let error = estimate.standardError, error > 0 {
            (estimate.low, estimate.high) = (exp(logRatio - bound * error), exp(logRatio + bound * error))
        }
        if abs(logRatio) > log(2) {
            estimate.warnings.append(
                .init("large_ratio", "The one-step ratio understates effects as large as this one."))
        }
        return estimate
    }
}
