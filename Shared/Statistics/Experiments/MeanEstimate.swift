/// The difference of two means, adjusted for what was known before the start where that is given.
enum MeanEstimate {
    static func estimate(
        _ treatment: ArmValues, _ control: ArmValues, confidence: Double, isProportion: Bool,
    ) -> ArmEstimate {
        let count = treatment.outcomes.count
        let raw = MeanComparison(treatment.outcomes, control.outcomes, confidence: confidence)
        var result = raw
        var method = "Welch's t test"
        var estimate = ArmEstimate(
            measure: "difference of \(isProportion ? "proportions" : "means")", method: "",
            largest: isProportion ? 1 : .infinity)
        if !treatment.covariates.isEmpty {
            let adjusted = Adjustment(
                treatment.outcomes + control.outcomes, zip(treatment.covariates, control.covariates).map(+))
            result = MeanComparison(
                Array(adjusted.deviations[..<count]), Array(adjusted.deviations[count...]), confidence: confidence,
                noise: adjusted.noise)
            method = "CUPED adjustment, then Welch's t test"
            if let raw = raw.standardError, let error = result.standardError, raw > 0 {
                estimate.varianceReduction = 1 - (error / raw) * (error / raw)
            }
        }
        if treatment.isClustered { method += " on cluster means" }
        estimate.method = method
        (estimate.estimate, estimate.low, estimate.high) = (result.difference, result.low, result.high)
        (estimate.p, estimate.standardError) = (result.twoSided, result.standardError)
        if !isProportion, !treatment.isClustered { estimate.warnings = skewness([treatment, control]) }
        return estimate
    }

    /// Warns where skewness s wants more units than there are.
    ///
    /// A mean needs about 355 s^2 units in an arm before its distribution is near enough to normal: R. Kohavi, A. Deng,
    /// R. Longbotham, Y. Xu, "Seven rules of thumb for web site experimenters", KDD 2014.
    private static func skewness(_ arms: [ArmValues]) -> [ExperimentReport.Warning] {
        let needed = arms.map { arm -> Double in
            let moments = Moments(arm.outcomes)
            guard let mean = moments.mean, let spread = moments.deviation, spread > 0 else { return 0 }
            let cubes = arm.outcomes.reduce(0) { sum, value in
                let deviation = mean.deviation(of: value) / spread
                return sum + deviation * deviation * deviation
            }
            let skewness = cubes / Double(arm.outcomes.count)
            return (355 * skewness * skewness).rounded(.up)
        }
        guard let most = zip(needed, arms).filter({ $0.0 > Double(max(50, $0.1.outcomes.count)) }).map(\.0).max() else {
            return []
        }
        return [
            .init(
                "skewed",
                "The outcome is skewed: a comparison of means wants about \(Int(most)) in an arm. "
                    + "Consider comparing it as a skewed outcome."
            )
        ]
    }
}
