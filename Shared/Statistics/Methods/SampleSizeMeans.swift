/// How many are needed to tell two means apart, by the normal distribution.
///
/// n per arm = 2 (z(alpha/sides) + z(1 - power))^2 sd^2 / difference^2.
public enum SampleSizeMeans: StatisticalMethod {
    /// The smallest difference of interest, the spread and the errors allowed.
    public struct Input: Decodable, Hashable, Sendable {
        let difference, sd: Double
        let alpha, power, sides: Double?

        /// Takes the difference of the means and the standard deviation within an arm.
        public init(difference: Double, sd: Double, alpha: Double = 0.05, power: Double = 0.8, sides: Double = 2) {
            (self.difference, self.sd) = (difference, sd)
            (self.alpha, self.power, self.sides) = (alpha, power, sides)
        }
    }

    /// The sizes, undefined when there is no difference.
    public struct Output: Encodable, Sendable {
        /// The size of an arm before rounding.
        @Defined public var perArm: Double?
        /// The size of an arm.
        @Defined public var perArmCeiling: Double?

        enum CodingKeys: String, CodingKey {
            case perArm = "n_per_arm"
            case perArmCeiling = "n_per_arm_ceiling"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "sample_size_means_normal", "How many are needed to tell two means apart.",
        inputs: [
            .field("difference", "number: smallest difference of interest"),
            .field("sd", "number: standard deviation within an arm"), .alpha, .power, .sides,
        ],
        outputs: [
            .field("n_per_arm", "number: size of an arm, null without a difference"),
            .field("n_per_arm_ceiling", "count: the same, rounded up"),
        ],
        example: #"{"difference": 0.5, "sd": 2, "alpha": 0.05, "power": 0.8, "sides": 2}"#)

    /// The sizes.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.finite(input.difference, "difference")
        try Check.notNegative(input.sd, "sd")
        let errors = try TestErrors(alpha: input.alpha, power: input.power, sides: input.sides)
        guard input.difference != 0 else { return Output() }
        let root = max(0, errors.zAlpha + errors.zPower) * (input.sd / input.difference)
        let size = 2 * root * root
        return Output(perArm: size, perArmCeiling: size.rounded(.up))
    }
}
