import Foundation

/// A comparison of means that may be looked at as often as one likes.
///
/// With V = var_a/n_a + var_b/n_b, d = mean_a - mean_b and a N(0, t2) mixture over the effect,
/// LR = sqrt(V / (V + t2)) exp(t2 d^2 / (2 V (V + t2))). The p-value is the running minimum of 1/LR; the interval holds
/// the effects that the same test would not reject: d -+ sqrt(V (V + t2) / t2 (2 ln(1/alpha) + ln(1 + t2/V))).
/// R. Johari, P. Koomen, L. Pekelis, D. Walsh, "Always valid inference: continuous monitoring of A/B tests", Operations
/// Research 70 (2022).
public enum MixtureSequentialTest: StatisticalMethod {
    /// All looks so far, and what was fixed beforehand.
    public struct Input: Decodable, Hashable, Sendable {
        let looks: [Look]
        let tauSquared: Double
        let alpha: Double?

        enum CodingKeys: String, CodingKey {
            case looks, alpha
            case tauSquared = "tau_squared"
        }

        /// Takes the looks in their order and the variance of the mixture.
        public init(looks: [Look], tauSquared: Double, alpha: Double = 0.05) {
            (self.looks, self.tauSquared, self.alpha) = (looks, tauSquared, alpha)
        }
    }

    /// What may be said at one look.
    public struct Reading: Encodable, Sendable {
        /// The likelihood ratio; undefined without variance, or beyond the largest double.
        @Defined public var likelihoodRatio: Double?
        /// The p-value, valid whenever one stops.
        @Defined public var alwaysValid: Double?
        /// mean_a - mean_b.
        @Defined public var difference: Double?
        /// The lower bound.
        @Defined public var low: Double?
        /// The upper bound.
        @Defined public var high: Double?

        enum CodingKeys: String, CodingKey {
            case difference
            case likelihoodRatio = "likelihood_ratio"
            case alwaysValid = "p_always_valid"
            case low = "ci_low"
            case high = "ci_high"
        }
    }

    /// Every look, and whether one may stop now.
    public struct Output: Encodable, Sendable {
        /// The looks in their order.
        public var looks: [Reading] = []
        /// Whether the p-value has reached alpha.
        public var stop = false
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "msprt", "Difference of means that may be looked at at any time: mixture sequential probability ratio test.",
        inputs: [
            .field("looks", "list of {n_a, mean_a, var_a, n_b, mean_b, var_b}: each arm so far, in order of the looks"),
            .field("tau_squared", "number: variance of the mixture over the effect, above 0"), .alpha,
        ],
        outputs: [
            .field(
                "looks",
                "list of {likelihood_ratio, p_always_valid, difference, ci_low, ci_high}; "
                    + "the ratio is null without variance or beyond the largest double"
            ),
            .field("stop", "flag: whether the running p-value is alpha or less"),
        ],
        example: """
            {"looks": [{"n_a": 50, "mean_a": 0.4, "var_a": 0.24, "n_b": 52, "mean_b": 0.3, "var_b": 0.21}, \
            {"n_a": 100, "mean_a": 0.45, "var_a": 0.25, "n_b": 99, "mean_b": 0.29, "var_b": 0.21}], \
            "tau_squared": 0.01, "alpha": 0.05}
            """)

    /// Reads the looks in order.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.positive(input.tauSquared, "tau_squared")
        let alpha = input.alpha ?? 0.05
        try Check.level(alpha, "alpha")
        var output = Output()
        var least = 1.0
        for (index, look) in input.looks.enumerated() {
            try look.check("looks[\(index)]")
            output.looks.append(read(look, input.tauSquared, alpha, &least))
        }
        output.stop = least <= alpha
        return output
    }

    private static func read(_ look: Look, _ tau: Double, _ alpha: Double, _ least: inout Double) -> Reading {
        var reading = Reading(alwaysValid: least)
        guard look.countA > 0, look.countB > 0 else { return reading }
        let difference = look.meanA - look.meanB
        let variance = look.varianceA / look.countA + look.varianceB / look.countB
        reading.difference = difference
        guard variance > 0, variance.isFinite, difference.isFinite else { return reading }
        let ratio = MixtureRatio(difference: difference, variance: variance, tauSquared: tau, alpha: alpha)
        least = min(least, exp(-ratio.logarithm))
        reading.likelihoodRatio = exp(ratio.logarithm)
        reading.alwaysValid = least
        reading.low = difference - ratio.reach
        reading.high = difference + ratio.reach
        return reading
    }
}
