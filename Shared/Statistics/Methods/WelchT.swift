/// Whether two means differ, variances left free.
///
/// The formulas stand at ``MeanComparison``.
public enum WelchT: StatisticalMethod {
    /// Two samples.
    public struct Input: Decodable, Hashable, Sendable {
        let a, b: [Double]
        let confidence: Double?

        /// Takes the values of two samples.
        public init(a: [Double], b: [Double], confidence: Double = 0.95) {
            (self.a, self.b, self.confidence) = (a, b, confidence)
        }
    }

    /// The difference a - b, its test and its interval.
    public struct Output: Encodable, Sendable {
        /// The mean of sample a.
        @Defined public var meanA: Double?
        /// The mean of sample b.
        @Defined public var meanB: Double?
        /// Mean of a minus mean of b.
        @Defined public var difference: Double?
        /// The standard error of the difference.
        @Defined public var standardError: Double?
        /// The test statistic, undefined without any variance.
        @Defined public var t: Double?
        /// Its degrees of freedom.
        @Defined public var df: Double?
        /// The two-sided p-value.
        @Defined public var twoSided: Double?
        /// The lower bound.
        @Defined public var low: Double?
        /// The upper bound.
        @Defined public var high: Double?

        enum CodingKeys: String, CodingKey {
            case difference, t, df
            case meanA = "mean_a"
            case meanB = "mean_b"
            case standardError = "standard_error"
            case twoSided = "p_two_sided"
            case low = "ci_low"
            case high = "ci_high"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "welch_t", "Difference of two means: Welch's t test with Satterthwaite's degrees of freedom.",
        inputs: [.field("a", "numbers: sample a"), .field("b", "numbers: sample b"), .confidence],
        outputs: [
            .field("mean_a", "number: mean of a"), .field("mean_b", "number: mean of b"),
            .field("difference", "number: mean of a minus mean of b"),
        ] + MethodDescription.Field.tTest,
        example: #"{"a": [5.1, 4.9, 6.2, 5.8], "b": [4.4, 5.0, 4.1], "confidence": 0.95}"#)

    /// Compares the samples.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.finite(input.a, "a")
        try Check.finite(input.b, "b")
        let result = MeanComparison(input.a, input.b, confidence: try Check.confidence(input.confidence))
        return Output(
            meanA: result.meanA, meanB: result.meanB, difference: result.difference,
            standardError: result.standardError, t: result.t, df: result.df, twoSided: result.twoSided,
            low: result.low, high: result.high)
    }
}

extension MethodDescription.Field {
    /// What every comparison of two means gives besides the means.
    static let tTest: [MethodDescription.Field] = [
        .field("standard_error", "number: standard error of the difference"),
        .field("t", "number: difference over its standard error, null without any variance"),
        .field("df", "number: Satterthwaite's degrees of freedom"),
        .field("p_two_sided", "number: two-sided p-value"),
        .field("ci_low", "number: lower bound of the difference"),
        .field("ci_high", "number: upper bound of the difference"),
    ]
}
