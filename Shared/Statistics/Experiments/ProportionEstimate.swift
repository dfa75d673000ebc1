/// The difference of two proportions.
enum ProportionEstimate {
    static func estimate(
        _ treatment: ArmValues, _ control: ArmValues, confidence: Double,
    ) throws(StatisticsError) -> ArmEstimate {
        let counts = [treatment, control].map { ($0.outcomes.reduce(0, +), Double($0.outcomes.count)) }
        let (x1, n1, x2, n2) = (counts[0].0, counts[0].1, counts[1].0, counts[1].1)
        let result = try TwoProportion.evaluate(.init(x1: x1, n1: n1, x2: x2, n2: n2, confidence: confidence))
        var estimate = ArmEstimate(
            measure: "difference of proportions", method: "pooled z test of two proportions, Newcombe interval",
            largest: 1)
        (estimate.estimate, estimate.low, estimate.high) = (result.difference, result.low, result.high)
        estimate.p = result.twoSided
        if let p1 = result.p1, let p2 = result.p2 {
            estimate.standardError = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2).squareRoot()
        }
        let rarer = min(x1 + x2, n1 + n2 - x1 - x2)
        if rarer > 0, rarer * min(n1, n2) / (n1 + n2) < 5 {
            estimate.p = try FisherExact.evaluate(.init(table: [[x1, n1 - x1], [x2, n2 - x2]])).twoSided
            estimate.method = "Fisher's exact test, Newcombe interval"
            estimate.warnings.append(
                .init("few_events", "Fewer than five events are expected in an arm: the exact test is used."))
        }
        return estimate
    }
}
