/// Whether the arms of an experiment filled in the ratio that was meant.
///
/// Pearson's chi-square of the counts against the weights: sum (o - e)^2 / e with arms - 1 degrees of freedom.
/// K. Pearson, Philosophical Magazine 50 (1900).
public enum SampleRatioMismatch: StatisticalMethod {
    /// How many each arm has, and how many it should have.
    public struct Input: Decodable, Hashable, Sendable {
        let observed, weights: [Double]
        let threshold: Double?

        /// Takes the counts of the arms and their weights, which need not add up to 1.
        public init(observed: [Double], weights: [Double], threshold: Double = 0.001) {
            (self.observed, self.weights, self.threshold) = (observed, weights, threshold)
        }
    }

    /// The test and its answer, undefined while nobody is assigned.
    public struct Output: Encodable, Sendable {
        /// The test statistic.
        @Defined public var chiSquare: Double?
        /// Its degrees of freedom.
        @Defined public var df: Double?
        /// The p-value.
        @Defined public var p: Double?
        /// Whether p is below the threshold.
        @Defined public var mismatch: Bool?

        enum CodingKeys: String, CodingKey {
            case chiSquare = "chi_square"
            case df, p, mismatch
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "sample_ratio_mismatch", "Whether the arms filled in the ratio that was meant: Pearson's chi-square.",
        inputs: [
            .field("observed", "counts: units of each arm"),
            .field("weights", "numbers: the ratio that was meant, in any unit"),
            .optional("threshold", "number: p below which it is a mismatch, 0.001 when left out"),
        ],
        outputs: [
            .field("chi_square", "number: Pearson's statistic"), .field("df", "count: arms - 1"),
            .field("p", "number: p-value"), .field("mismatch", "flag: whether p is below the threshold"),
        ],
        example: #"{"observed": [5012, 4870], "weights": [1, 1], "threshold": 0.001}"#)

    /// Tests the counts.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        guard input.observed.count >= 2 else { throw StatisticsError("observed", "must have two arms or more") }
        try Check.sameLength(input.weights.count, input.observed.count, "weights", as: "observed")
        for (index, count) in input.observed.enumerated() { try Check.count(count, "observed[\(index)]") }
        for (index, weight) in input.weights.enumerated() { try Check.positive(weight, "weights[\(index)]") }
        let threshold = input.threshold ?? 0.001
        try Check.level(threshold, "threshold")
        let df = Double(input.observed.count - 1)
        let total = ExactSum(input.observed).value
        guard total > 0 else { return Output(df: df) }
        let weights = input.weights.scaled(by: Scale.factor(input.weights))
        let whole = ExactSum(weights).value
        let parts = zip(input.observed, weights).map { observed, weight in
            let expected = total * weight / whole
            return (observed - expected) * (observed - expected) / expected
        }
        let chiSquare = ExactSum(parts).value
        let p = ChiSquare.upperTail(chiSquare, df: df)
        return Output(chiSquare: chiSquare, df: df, p: p, mismatch: p.map { $0 < threshold })
    }
}
