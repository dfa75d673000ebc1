/// A difference of means adjusted for a value measured before the start.
///
/// y' = y - theta (x - mean x), theta = cov(x, y) / var(x), all taken over both arms together; Welch on y'. A. Deng,
/// Y. Xu, R. Kohavi, T. Walker, "Improving the sensitivity of online controlled experiments by utilizing pre-experiment
/// data", WSDM 2013.
public enum Cuped: StatisticalMethod {
    /// Outcome y and pre-period value x of each unit of both arms.
    public struct Input: Decodable, Hashable, Sendable {
        let yTreatment, xTreatment, yControl, xControl: [Double]
        let confidence: Double?

        enum CodingKeys: String, CodingKey {
            case confidence
            case yTreatment = "y_treatment"
            case xTreatment = "x_treatment"
            case yControl = "y_control"
            case xControl = "x_control"
        }

        /// Takes outcomes and pre-period values, one pair a unit.
        public init(
            yTreatment: [Double], xTreatment: [Double], yControl: [Double], xControl: [Double],
            confidence: Double = 0.95,
        ) {
            (self.yTreatment, self.xTreatment) = (yTreatment, xTreatment)
            (self.yControl, self.xControl) = (yControl, xControl)
            self.confidence = confidence
        }
    }

    /// The adjusted difference, treatment minus control, and what the adjustment gained.
    public struct Output: Encodable, Sendable {
        /// The weight of the pre-period value; 0 when that does not vary.
        @Defined public var theta: Double?
        /// The difference of the means before adjustment.
        @Defined public var rawDifference: Double?
        /// The adjusted mean of the treatment arm.
        @Defined public var adjustedMeanTreatment: Double?
        /// The adjusted mean of the control arm.
        @Defined public var adjustedMeanControl: Double?
        /// The adjusted difference, treatment minus control.
        @Defined public var difference: Double?
        /// The standard error of the adjusted difference.
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
        /// 1 - se^2 adjusted / se^2 raw.
        @Defined public var varianceReduction: Double?

        enum CodingKeys: String, CodingKey {
            case theta, difference, t, df
            case rawDifference = "raw_difference"
            case adjustedMeanTreatment = "adjusted_mean_treatment"
            case adjustedMeanControl = "adjusted_mean_control"
            case standardError = "standard_error"
            case twoSided = "p_two_sided"
            case low = "ci_low"
            case high = "ci_high"
            case varianceReduction = "variance_reduction"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "cuped", "Difference of means adjusted for a pre-period value (CUPED), then Welch.",
        inputs: [
            .field("y_treatment", "numbers: outcomes of the treatment arm"),
            .field("x_treatment", "numbers: their pre-period values"),
            .field("y_control", "numbers: outcomes of the control arm"),
            .field("x_control", "numbers: their pre-period values"), .confidence,
        ],
        outputs: [
            .field("theta", "number: cov(x, y) / var(x) over both arms; 0 when x does not vary"),
            .field("raw_difference", "number: difference of means before adjustment"),
            .field("adjusted_mean_treatment", "number: adjusted mean"),
            .field("adjusted_mean_control", "number: adjusted mean"),
            .field("difference", "number: adjusted, treatment minus control"),
        ] + MethodDescription.Field.tTest + [
            .field("variance_reduction", "number: 1 - (adjusted standard error / raw standard error)^2")
        ],
        example: """
            {"y_treatment": [12, 15, 11, 18], "x_treatment": [10, 14, 9, 15], "y_control": [9, 13, 8, 14], \
            "x_control": [9, 14, 8, 13], "confidence": 0.95}
            """)

    /// Adjusts and compares.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.finite(input.yTreatment, "y_treatment")
        try Check.finite(input.xTreatment, "x_treatment")
        try Check.finite(input.yControl, "y_control")
        try Check.finite(input.xControl, "x_control")
        try Check.sameLength(input.xTreatment.count, input.yTreatment.count, "x_treatment", as: "y_treatment")
        try Check.sameLength(input.xControl.count, input.yControl.count, "x_control", as: "y_control")
        let confidence = try Check.confidence(input.confidence)
        let adjusted = Adjustment(input.yTreatment + input.yControl, [input.xTreatment + input.xControl])
        let count = input.yTreatment.count
        let raw = MeanComparison(input.yTreatment, input.yControl, confidence: confidence)
        let result = MeanComparison(
            Array(adjusted.deviations[..<count]), Array(adjusted.deviations[count...]), confidence: confidence,
            noise: adjusted.noise)
        let ratio = raw.standardError.flatMap { raw in result.standardError.map { $0 / raw } }
        return Output(
            theta: input.yTreatment.count + input.yControl.count > 1 ? adjusted.weights[0] : nil,
            rawDifference: raw.difference,
            adjustedMeanTreatment: result.meanA.map { $0 + adjusted.center },
            adjustedMeanControl: result.meanB.map { $0 + adjusted.center },
            difference: result.difference, standardError: result.standardError, t: result.t, df: result.df,
            twoSided: result.twoSided, low: result.low, high: result.high,
            varianceReduction: ratio.map { 1 - $0 * $0 })
    }
}
