/// Whether two proportions differ.
///
/// z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2)) with the pooled p. The interval is Newcombe's hybrid of two Wilson
/// intervals, method 10 of R. G. Newcombe, "Interval estimation for the difference between independent proportions",
/// Statistics in Medicine 17 (1998).
public enum TwoProportion: StatisticalMethod {
    /// Successes and trials of two groups.
    public struct Input: Decodable, Hashable, Sendable {
        let x1, n1, x2, n2: Double
        let confidence: Double?

        /// Takes the successes x among the trials n of each group.
        public init(x1: Double, n1: Double, x2: Double, n2: Double, confidence: Double = 0.95) {
            (self.x1, self.n1, self.x2, self.n2, self.confidence) = (x1, n1, x2, n2, confidence)
        }
    }

    /// The difference p1 - p2, its test and its interval.
    public struct Output: Encodable, Sendable {
        /// The proportion of group 1.
        @Defined public var p1: Double?
        /// The proportion of group 2.
        @Defined public var p2: Double?
        /// p1 - p2.
        @Defined public var difference: Double?
        /// The test statistic.
        @Defined public var z: Double?
        /// The two-sided p-value.
        @Defined public var twoSided: Double?
        /// The lower bound.
        @Defined public var low: Double?
        /// The upper bound.
        @Defined public var high: Double?

        enum CodingKeys: String, CodingKey {
            case p1, p2, difference, z
            case twoSided = "p_two_sided"
            case low = "newcombe_low"
            case high = "newcombe_high"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "two_proportion", "Difference of two proportions: pooled z test, Newcombe interval.",
        inputs: [
            .field("x1", "count: successes of group 1"), .field("n1", "count: trials of group 1"),
            .field("x2", "count: successes of group 2"), .field("n2", "count: trials of group 2"), .confidence,
        ],
        outputs: [
            .field("p1", "number: x1 / n1"), .field("p2", "number: x2 / n2"), .field("difference", "number: p1 - p2"),
            .field("z", "number: pooled z"), .field("p_two_sided", "number: two-sided p-value"),
            .field("newcombe_low", "number: lower bound of p1 - p2"),
            .field("newcombe_high", "number: upper bound of p1 - p2"),
        ],
        example: #"{"x1": 48, "n1": 120, "x2": 30, "n2": 118, "confidence": 0.95}"#)

    /// Compares the groups; what needs a trial of a group is undefined where there is none.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.part(input.x1, of: input.n1, "x1", "n1")
        try Check.part(input.x2, of: input.n2, "x2", "n2")
        let confidence = try Check.confidence(input.confidence)
        var output = Output()
        if input.n1 > 0 { output.p1 = input.x1 / input.n1 }
        if input.n2 > 0 { output.p2 = input.x2 / input.n2 }
        guard let p1 = output.p1, let p2 = output.p2 else { return output }
        // One division, so that equal proportions differ by exactly nothing.
        let difference = (input.x1 * input.n2).addingProduct(-input.x2, input.n1) / (input.n1 * input.n2)
        output.difference = difference
        let successes = input.x1 + input.x2
        let trials = input.n1 + input.n2
        let variance = successes / trials * ((trials - successes) / trials) * (1 / input.n1 + 1 / input.n2)
        if variance > 0 {
            let z = difference / variance.squareRoot()
            output.z = z
            output.twoSided = Normal.twoSided(z)
        }
        let first = ScoreInterval(input.x1, of: input.n1, confidence: confidence)
        let second = ScoreInterval(input.x2, of: input.n2, confidence: confidence)
        output.low = difference - hypotenuse(p1 - first.low, second.high - p2)
        output.high = difference + hypotenuse(first.high - p1, p2 - second.low)
        return output
    }

    private static func hypotenuse(_ x: Double, _ y: Double) -> Double {
        (x * x + y * y).squareRoot()
    }
}
