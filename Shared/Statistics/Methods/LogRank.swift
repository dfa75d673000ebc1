/// Whether two groups differ in their time to an event.
///
/// At each event time d of n have it, n_a of them in group a: expected d n_a / n, variance d (n_a/n) (n_b/n)
/// (n - d) / (n - 1); chi-square = (O - E)^2 / V with 1 df. N. Mantel, Cancer Chemotherapy Reports 50 (1966).
public enum LogRank: StatisticalMethod {
    /// Durations of two groups, and whether each ended with the event.
    public struct Input: Decodable, Hashable, Sendable {
        let durationsA, durationsB: [Double]
        let observedA, observedB: [YesNo]

        enum CodingKeys: String, CodingKey {
            case durationsA = "durations_a"
            case observedA = "observed_a"
            case durationsB = "durations_b"
            case observedB = "observed_b"
        }

        /// Takes the durations of both groups; one that is not observed is censored.
        public init(durationsA: [Double], observedA: [YesNo], durationsB: [Double], observedB: [YesNo]) {
            (self.durationsA, self.observedA) = (durationsA, observedA)
            (self.durationsB, self.observedB) = (durationsB, observedB)
        }
    }

    /// Events seen and expected, and the test.
    public struct Output: Encodable, Sendable {
        /// The events of group a.
        @Defined public var observedA: Double?
        /// The events that group a would have if the groups did not differ.
        @Defined public var expectedA: Double?
        /// The test statistic, undefined without any variance.
        @Defined public var chiSquare: Double?
        /// The p-value.
        @Defined public var p: Double?

        enum CodingKeys: String, CodingKey {
            case observedA = "observed_a"
            case expectedA = "expected_a"
            case chiSquare = "chi_square"
            case p
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "log_rank", "Whether two groups differ in their time to an event: log-rank test.",
        inputs: [
            .field("durations_a", "numbers: how long each of group a was watched, 0 or more"),
            .field("observed_a", "flags: 1 if it ended with the event, 0 if it was cut off"),
            .field("durations_b", "numbers: the same of group b"), .field("observed_b", "flags: the same of group b"),
        ],
        outputs: [
            .field("observed_a", "count: events of group a"), .field("expected_a", "number: events expected there"),
            .field("chi_square", "number: (observed - expected)^2 / variance, 1 df, null without variance"),
            .field("p", "number: p-value"),
        ],
        example: """
            {"durations_a": [6, 7, 10, 15], "observed_a": [1, 0, 1, 1], "durations_b": [8, 12, 20], \
            "observed_b": [1, 1, 0]}
            """)

    /// Compares the groups.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.lifetimes(input.durationsA, input.observedA, "durations_a", "observed_a")
        try Check.lifetimes(input.durationsB, input.observedB, "durations_b", "observed_b")
        let score = LogRankScore(input.durationsA, input.observedA, input.durationsB, input.observedB)
        var output = Output(observedA: score.observed, expectedA: score.expected)
        if score.variance > 0 {
            let excess = score.observed - score.expected
            let chiSquare = excess / score.variance * excess
            output.chiSquare = chiSquare
            output.p = ChiSquare.upperTail(chiSquare, df: 1)
        }
        return output
    }
}
