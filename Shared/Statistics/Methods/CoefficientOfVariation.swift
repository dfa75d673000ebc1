/// How much values spread in relation to their mean.
///
/// cv = sd / mean, sd with n - 1.
public enum CoefficientOfVariation: StatisticalMethod {
    /// The values.
    public struct Input: Decodable, Hashable, Sendable {
        let values: [Double]

        /// Takes the values; zeros count.
        public init(values: [Double]) {
            self.values = values
        }
    }

    /// Mean, standard deviation and their ratio.
    public struct Output: Encodable, Sendable {
        /// The mean.
        @Defined public var mean: Double?
        /// The standard deviation, undefined with fewer than two values.
        @Defined public var sd: Double?
        /// sd / mean, undefined when the mean is 0.
        @Defined public var cv: Double?
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "coefficient_of_variation", "Spread in relation to the mean.",
        inputs: [.field("values", "numbers: the values, zeros included")],
        outputs: [
            .field("mean", "number: mean"), .field("sd", "number: standard deviation (n - 1)"),
            .field("cv", "number: sd / mean, null when the mean is 0"),
        ],
        example: #"{"values": [40, 0, 38, 42, 36]}"#)

    /// The ratio.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.finite(input.values, "values")
        let moments = Moments(input.values)
        let ratio = moments.mean.flatMap { mean in
            mean.value == 0 ? nil : moments.deviation.map { $0 / mean.value }
        }
        return Output(mean: moments.mean?.value, sd: moments.deviation, cv: ratio)
    }
}
