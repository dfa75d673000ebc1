/// A proportion with Wilson's score interval.
///
/// (p + z^2/2n -+ z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n), see ``ScoreInterval``.
public enum WilsonInterval: StatisticalMethod {
    /// Successes and trials.
    public struct Input: Decodable, Hashable, Sendable {
        let x, n: Double
        let confidence: Double?

        /// Takes the successes x among the trials n.
        public init(x: Double, n: Double, confidence: Double = 0.95) {
            (self.x, self.n, self.confidence) = (x, n, confidence)
        }
    }

    /// The proportion and its bounds, all undefined without a trial.
    public struct Output: Encodable, Sendable {
        /// x / n.
        @Defined public var proportion: Double?
        /// The lower bound.
        @Defined public var low: Double?
        /// The upper bound.
        @Defined public var high: Double?
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "wilson_interval", "A proportion with Wilson's score interval, without continuity correction.",
        inputs: [.field("x", "count: successes"), .field("n", "count: trials"), .confidence],
        outputs: [
            .field("proportion", "number: x / n"), .field("low", "number: lower bound, 0 or more"),
            .field("high", "number: upper bound, 1 or less"),
        ],
        example: #"{"x": 9, "n": 10, "confidence": 0.95}"#)

    /// The proportion and its interval.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.part(input.x, of: input.n, "x", "n")
        let confidence = try Check.confidence(input.confidence)
        guard input.n > 0 else { return Output() }
        let interval = ScoreInterval(input.x, of: input.n, confidence: confidence)
        return Output(proportion: input.x / input.n, low: interval.low, high: interval.high)
    }
}
