/// How many are needed to tell two proportions apart.
///
/// n1 = (z(alpha/sides) sqrt(p q (1 + 1/r)) + z(1 - power) sqrt(p1 q1 + p2 q2 / r))^2 / (p1 - p2)^2 with the pooled
/// p = (p1 + r p2) / (1 + r). J. L. Fleiss, "Statistical Methods for Rates and Proportions", chapter 4.
public enum SampleSizeProportions: StatisticalMethod {
    /// The proportions under the alternative and the errors allowed.
    public struct Input: Decodable, Hashable, Sendable {
        let p1, p2: Double
        let alpha, power, ratio, sides: Double?

        enum CodingKeys: String, CodingKey {
            case p1, p2, alpha, power, sides
            case ratio = "ratio_n2_over_n1"
        }

        /// Takes the proportions of both groups; group 2 is `ratio` times group 1.
        public init(
            p1: Double, p2: Double, alpha: Double = 0.05, power: Double = 0.8, ratio: Double = 1, sides: Double = 2,
        ) {
            (self.p1, self.p2, self.alpha) = (p1, p2, alpha)
            (self.power, self.ratio, self.sides) = (power, ratio, sides)
        }
    }

    /// The sizes, undefined when the proportions are equal.
    public struct Output: Encodable, Sendable {
        /// The size of group 1 before rounding.
        @Defined public var group1: Double?
        /// The size of group 1.
        @Defined public var group1Ceiling: Double?
        /// The size of group 2.
        @Defined public var group2Ceiling: Double?

        enum CodingKeys: String, CodingKey {
            case group1 = "n_group1"
            case group1Ceiling = "n_group1_ceiling"
            case group2Ceiling = "n_group2_ceiling"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "sample_size_proportions", "How many are needed to tell two proportions apart.",
        inputs: [
            .field("p1", "number: proportion of group 1"), .field("p2", "number: proportion of group 2"), .alpha,
            .power, .optional("ratio_n2_over_n1", "number: size of group 2 over group 1, 1 when left out"), .sides,
        ],
        outputs: [
            .field("n_group1", "number: size of group 1, null when p1 = p2"),
            .field("n_group1_ceiling", "count: size of group 1"),
            .field("n_group2_ceiling", "count: size of group 2, from the size of group 1 before rounding"),
        ],
        example: #"{"p1": 0.3, "p2": 0.25, "alpha": 0.05, "power": 0.8, "ratio_n2_over_n1": 1, "sides": 2}"#)

    /// The sizes; 0 where even nobody would do, the power wanted being below alpha.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.probability(input.p1, "p1")
        try Check.probability(input.p2, "p2")
        let errors = try TestErrors(alpha: input.alpha, power: input.power, sides: input.sides)
        let ratio = input.ratio ?? 1
        try Check.positive(ratio, "ratio_n2_over_n1")
        guard input.p1 != input.p2 else { return Output() }
        let variance = ProportionVariance(p1: input.p1, p2: input.p2, ratio: ratio)
        let numerator = errors.zAlpha * variance.null.squareRoot() + errors.zPower * variance.alternative.squareRoot()
        let root = max(0, numerator) / (input.p1 - input.p2)
        let size = root * root
        return Output(group1: size, group1Ceiling: size.rounded(.up), group2Ceiling: (ratio * size).rounded(.up))
    }
}
