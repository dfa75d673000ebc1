/// Whether one sample tends to larger values than another.
///
/// U counts the pairs in which a is greater, equal pairs half. Asymptotic: z = (max U - n_a n_b / 2 - 0.5) / s with
/// s^2 = n_a n_b / 12 (n + 1 - sum(t^3 - t) / (n (n - 1))). Exact: see ``RankPermutations``. H. B. Mann and
/// D. R. Whitney, "On a test of whether one of two random variables is stochastically larger than the other", 1947.
public enum MannWhitney: StatisticalMethod {
    /// How the p-value is found.
    public enum Approach: String, Sendable, CaseIterable {
        case exact
        case asymptotic
        /// Exact if a sample has at most eight values and no two values are equal.
        case automatic = "auto"
    }

    /// Two samples and the way to the p-value.
    public struct Input: Decodable, Hashable, Sendable {
        let a, b: [Double]
        let method: String?

        /// Takes the values of two samples.
        public init(a: [Double], b: [Double], method: Approach) {
            (self.a, self.b, self.method) = (a, b, method.rawValue)
        }
    }

    /// The statistics of both samples, the p-value and the effect.
    public struct Output: Encodable, Sendable {
        /// U of sample a.
        @Defined public var uA: Double?
        /// U of sample b.
        @Defined public var uB: Double?
        /// The two-sided p-value.
        @Defined public var twoSided: Double?
        /// The chance that a value of a exceeds one of b, ties counted half.
        @Defined public var superiority: Double?

        enum CodingKeys: String, CodingKey {
            case uA = "u_a"
            case uB = "u_b"
            case twoSided = "p_two_sided"
            case superiority = "probability_of_superiority"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "mann_whitney", "Whether a tends to larger values than b: Mann-Whitney U by mid-ranks.",
        inputs: [
            .field("a", "numbers: sample a"), .field("b", "numbers: sample b"),
            .optional(
                "method",
                "text: exact, asymptotic or auto (exact if a sample has at most 8 values and nothing is tied); "
                    + "auto when left out"
            ),
        ],
        outputs: [
            .field("u_a", "number: pairs in which a is greater, ties half"),
            .field("u_b", "number: pairs in which b is greater, ties half"),
            .field("p_two_sided", "number: two-sided p-value, at most 1"),
            .field("probability_of_superiority", "number: u_a over the number of pairs"),
        ],
        example: #"{"a": [1.2, 3.4, 2.2], "b": [0.4, 1.1, 2.0, 0.9], "method": "exact"}"#)

    /// Compares the samples; all is undefined when one is empty.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.finite(input.a, "a")
        try Check.finite(input.b, "b")
        guard let approach = Approach(rawValue: input.method ?? "auto") else {
            throw StatisticsError("method", "must be exact, asymptotic or auto")
        }
        guard !input.a.isEmpty, !input.b.isEmpty else { return Output() }
        let groups = TieGroups(input.a, input.b)
        let pairs = Double(input.a.count) * Double(input.b.count)
        let uA = groups.u
        let isSmall = min(input.a.count, input.b.count) <= 8 && !groups.hasTies
        let isExact = approach == .exact || (approach == .automatic && isSmall)
        let tail = isExact ? try exact(input, groups) : asymptotic(input, groups)
        return Output(uA: uA, uB: pairs - uA, twoSided: min(1, 2 * tail), superiority: uA / pairs)
    }

    private static func asymptotic(_ input: Input, _ groups: TieGroups) -> Double {
        let pairs = Double(input.a.count) * Double(input.b.count)
        let n = Double(input.a.count + input.b.count)
        let variance = pairs / 12 * (n + 1 - groups.tieTerm / (n * (n - 1)))
        // Where all values are equal nothing could be more extreme.
        guard variance > 0 else { return 1 }
        return Normal.upperTail((max(groups.u, pairs - groups.u) - pairs / 2 - 0.5) / variance.squareRoot())
    }

    /// The upper tail of the greater U is the lower tail of the smaller one.
    private static func exact(_ input: Input, _ groups: TieGroups) throws(StatisticsError) -> Double {
        let (countA, countB) = (input.a.count, input.b.count)
        let uB = Double(countA) * Double(countB) - groups.u
        if groups.u == uB { return 1 }
        let isSmallerA = groups.u < uB
        let law = RankPermutations(
            isSmallerA ? groups : groups.swapped, chosen: isSmallerA ? countA : countB)
        let u = min(groups.u, uB)
        guard law.steps(upTo: u) <= 5e9 else {
            throw StatisticsError("method", "exact would take too long for samples of this size: use asymptotic")
        }
        return law.lowerTail(u)
    }
}
