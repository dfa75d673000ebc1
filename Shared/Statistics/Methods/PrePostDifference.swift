/// A difference of changes: Welch's t on post minus pre, treatment minus control.
///
/// The formulas stand at ``MeanComparison``.
public enum PrePostDifference: StatisticalMethod {
    /// A value before and after of each unit of both arms.
    public struct Input: Decodable, Hashable, Sendable {
        let preTreatment, postTreatment, preControl, postControl: [Double]
        let confidence: Double?

        enum CodingKeys: String, CodingKey {
            case confidence
            case preTreatment = "pre_treatment"
            case postTreatment = "post_treatment"
            case preControl = "pre_control"
            case postControl = "post_control"
        }

        /// Takes the values before and after, one pair a unit.
        public init(
            preTreatment: [Double], postTreatment: [Double], preControl: [Double], postControl: [Double],
            confidence: Double = 0.95,
        ) {
            (self.preTreatment, self.postTreatment) = (preTreatment, postTreatment)
            (self.preControl, self.postControl) = (preControl, postControl)
            self.confidence = confidence
        }
    }

    /// The difference of the mean changes.
    public struct Output: Encodable, Sendable {
        /// Mean change of the treatment arm minus that of the control arm.
        @Defined public var difference: Double?
        /// Its standard error.
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
            case standardError = "standard_error"
            case twoSided = "p_two_sided"
            case low = "ci_low"
            case high = "ci_high"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "pre_post_difference", "Difference of changes from before to after: Welch on the change scores.",
        inputs: [
            .field("pre_treatment", "numbers: values before, treatment arm"),
            .field("post_treatment", "numbers: values after, same order"),
            .field("pre_control", "numbers: values before, control arm"),
            .field("post_control", "numbers: values after, same order"), .confidence,
        ],
        outputs: [.field("difference", "number: mean change of treatment minus that of control")]
            + MethodDescription.Field.tTest,
        example: """
            {"pre_treatment": [60, 55, 70], "post_treatment": [72, 66, 75], "pre_control": [58, 61, 66], \
            "post_control": [60, 66, 67], "confidence": 0.95}
            """)

    /// Compares the changes.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.finite(input.preTreatment, "pre_treatment")
        try Check.finite(input.postTreatment, "post_treatment")
        try Check.finite(input.preControl, "pre_control")
        try Check.finite(input.postControl, "post_control")
        try Check.sameLength(
            input.postTreatment.count, input.preTreatment.count, "post_treatment", as: "pre_treatment")
        try Check.sameLength(input.postControl.count, input.preControl.count, "post_control", as: "pre_control")
        let values = [input.preTreatment, input.postTreatment, input.preControl, input.postControl]
        // Changes that differ only because 0.3 - 0.1 is not 0.5 - 0.3 are all the same.
        let noise = 2 * Double.ulpOfOne * values.joined().reduce(0) { max($0, abs($1)) }
        let result = MeanComparison(
            zip(input.postTreatment, input.preTreatment).map(-), zip(input.postControl, input.preControl).map(-),
            confidence: try Check.confidence(input.confidence), noise: noise)
        return Output(
            difference: result.difference, standardError: result.standardError, t: result.t, df: result.df,
            twoSided: result.twoSided, low: result.low, high: result.high)
    }
}
