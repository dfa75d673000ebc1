import Foundation

/// The chance that a unit of one arm has the larger outcome.
///
/// The p-value is Mann and Whitney's; the interval is Brunner and Munzel's on the logit scale, which allows the arms to
/// differ in spread: with the placements of each value in the other arm, se^2 = var/n + var/n and Satterthwaite's
/// degrees of freedom. E. Brunner and U. Munzel, Biometrical Journal 42 (2000).
enum RankEstimate {
    static func estimate(
        _ treatment: ArmValues, _ control: ArmValues, confidence: Double,
    ) throws(StatisticsError) -> ArmEstimate {
        let (a, b) = (treatment.outcomes, control.outcomes)
        let test = try MannWhitney.evaluate(.init(a: a, b: b, method: .automatic))
        var estimate = ArmEstimate(
            measure: "chance that a unit of the arm has the larger outcome",
            method: "Mann-Whitney test, Brunner-Munzel interval\(treatment.isClustered ? ", on cluster means" : "")",
            noEffect: 0.5, largest: 1)
        (estimate.estimate, estimate.p) = (test.superiority, test.twoSided)
        let spread = MeanComparison(placements(of: a, in: b), placements(of: b, in: a), confidence: confidence)
        guard let chance = test.superiority, let error = spread.standardError, let df = spread.df,
            chance > 0, chance < 1, let bound = StudentT.quantile(confidence: confidence, df: df)
        else { return estimate }
        estimate.standardError = error
        let (center, reach) = (log(chance / (1 - chance)), bound * error / (chance * (1 - chance)))
        estimate.low = 1 / (1 + exp(reach - center))
        estimate.high = 1 / (1 + exp(-reach - center))
        return estimate
    }

    /// The share of the other sample below each value, ties half.
    private static func placements(of values: [Double], in others: [Double]) -> [Double] {
        let sorted = others.sorted()
        return values.map { value in
            let below = sorted.partition { $0 >= value }
            let notAbove = sorted.partition { $0 > value }
            return Double(below + notAbove) / 2 / Double(max(1, sorted.count))
        }
    }
}

extension [Double] {
    /// How many come before the first that fulfils a condition, which all after it fulfil too.
    fileprivate func partition(_ condition: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
