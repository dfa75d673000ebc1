/// The chance that a test of two proportions finds a difference.
///
/// P(reject) = Phi(-(z s0 - d sqrt n) / s1) + Phi(-(z s0 + d sqrt n) / s1) with s0^2 the pooled and s1^2 the unpooled
/// variance of one observation in each arm, both tails counted; the variances of ``SampleSizeProportions``.
public enum PowerProportions: StatisticalMethod {
    /// The proportions under the alternative and the size of an arm.
    public struct Input: Decodable, Hashable, Sendable {
        let p1, p2, perArm: Double
        let alpha: Double?

        enum CodingKeys: String, CodingKey {
            case p1, p2, alpha
            case perArm = "n_per_arm"
        }

        /// Takes the proportions of both arms and how many are in each.
        public init(p1: Double, p2: Double, perArm: Double, alpha: Double = 0.05) {
            (self.p1, self.p2, self.perArm, self.alpha) = (p1, p2, perArm, alpha)
        }
    }

    /// The power, undefined when neither arm varies.
    public struct Output: Encodable, Sendable {
        /// The chance that the test rejects.
        @Defined public var power: Double?
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "power_proportions", "The chance that a two-sided test of two proportions finds their difference.",
        inputs: [
            .field("p1", "number: proportion of arm 1"), .field("p2", "number: proportion of arm 2"),
            .field("n_per_arm", "number: size of each arm"), .alpha,
        ],
        outputs: [.field("power", "number: chance to reject, both tails counted")],
        example: #"{"p1": 0.3, "p2": 0.25, "n_per_arm": 500, "alpha": 0.05}"#)

    /// The power.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.probability(input.p1, "p1")
        try Check.probability(input.p2, "p2")
        try Check.notNegative(input.perArm, "n_per_arm")
        let errors = try TestErrors(alpha: input.alpha, power: nil, sides: 2)
        let variance = ProportionVariance(p1: input.p1, p2: input.p2, ratio: 1)
        let bound = errors.zAlpha * variance.null.squareRoot()
        let shift = (input.p1 - input.p2) * input.perArm.squareRoot()
        if variance.alternative > 0 {
            let spread = variance.alternative.squareRoot()
            return Output(
                power: Normal.upperTail((bound - shift) / spread) + Normal.upperTail((bound + shift) / spread))
        }
        // Both arms are certain: the outcome of the test is, too.
        guard variance.null > 0, input.perArm > 0, abs(shift) != bound else { return Output() }
        return Output(power: abs(shift) > bound ? 1 : 0)
    }
}
