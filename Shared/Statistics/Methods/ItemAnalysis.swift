/// How the items of an assessment behave: difficulty, discrimination, reliability.
///
/// alpha = k/(k - 1) (1 - sum of item variances / variance of totals), variances with n - 1; standard error of
/// measurement = sd of totals sqrt(1 - alpha). L. J. Cronbach, "Coefficient alpha and the internal structure of tests",
/// Psychometrika 16 (1951).
public enum ItemAnalysis: StatisticalMethod {
    /// One row a person, one column an item.
    public struct Input: Decodable, Hashable, Sendable {
        let responses: [[Double]]

        /// Takes the scores, one row a person, one column an item.
        public init(responses: [[Double]]) {
            self.responses = responses
        }
    }

    /// Figures of each item and of the whole.
    public struct Output: Encodable, Sendable {
        /// The mean score of each item; nil, as in the other lists, for what is undefined.
        public var difficulty: [Double?]
        /// The correlation of each item with the total, the item in it; nil for one that does not vary.
        public var pointBiserial: [Double?]
        /// The correlation of each item with the total of the others.
        public var itemRest: [Double?]
        /// Cronbach's alpha.
        @Defined public var alpha: Double?
        /// Alpha without each item.
        public var alphaIfDropped: [Double?]
        /// The mean of the totals.
        @Defined public var totalMean: Double?
        /// The standard deviation of the totals.
        @Defined public var totalDeviation: Double?
        /// The standard error of measurement.
        @Defined public var measurementError: Double?

        enum CodingKeys: String, CodingKey {
            case difficulty
            case pointBiserial = "point_biserial"
            case itemRest = "item_rest_correlation"
            case alpha = "cronbach_alpha"
            case alphaIfDropped = "alpha_if_dropped"
            case totalMean = "total_mean"
            case totalDeviation = "total_sd"
            case measurementError = "standard_error_of_measurement"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "item_analysis", "Difficulty and discrimination of items, reliability of their total.",
        inputs: [.field("responses", "list of lists of numbers: one row a person, one column an item")],
        outputs: [
            .field("difficulty", "numbers: mean of each item"),
            .field("point_biserial", "numbers: correlation with the total, the item in it; null if it does not vary"),
            .field("item_rest_correlation", "numbers: correlation with the total of the other items"),
            .field("cronbach_alpha", "number: alpha, null with fewer than two items or totals that do not vary"),
            .field("alpha_if_dropped", "numbers: alpha without each item"),
            .field("total_mean", "number: mean of the totals"),
            .field("total_sd", "number: standard deviation of the totals"),
            .field("standard_error_of_measurement", "number: total_sd sqrt(1 - alpha)"),
        ],
        example: #"{"responses": [[1, 1, 0], [1, 0, 0], [1, 1, 1], [0, 0, 0], [1, 1, 0]]}"#)

    /// Analyses the items.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        let width = try Check.rectangle(input.responses, "responses")
        let items = (0..<width).map { column in input.responses.map { $0[column] } }
        let totals = input.responses.map { ExactSum($0).value }
        let rests = items.map { item in zip(totals, item).map(-) }
        let scale = input.responses.joined().reduce(0) { max($0, abs($1)) }
        // Totals that differ by less than their own rounding are equal.
        let noise = Double(width) * Double.ulpOfOne * scale
        let variances = items.map { Moments($0).variance ?? 0 }
        let total = Moments(totals, noise: noise)
        let alpha = alpha(of: variances, total: total.variance)
        let dropped = items.indices.map { item in
            var others = variances
            others.remove(at: item)
            return self.alpha(of: others, total: Moments(rests[item], noise: noise).variance)
        }
        let error = alpha.flatMap { alpha in total.deviation.map { $0 * max(0, 1 - alpha).squareRoot() } }
        return Output(
            difficulty: input.responses.isEmpty ? [] : items.map { Mean($0).value.defined },
            pointBiserial: items.map { Correlation.pearson($0, totals, noise: noise) },
            itemRest: items.indices.map { Correlation.pearson(items[$0], rests[$0], noise: noise) },
            alpha: alpha, alphaIfDropped: dropped, totalMean: total.mean?.value, totalDeviation: total.deviation,
            measurementError: error)
    }

    private static func alpha(of variances: [Double], total: Double?) -> Double? {
        guard variances.count > 1, let total, total > 0 else { return nil }
        let count = Double(variances.count)
        return (count / (count - 1) * (1 - ExactSum(variances).value / total)).defined
    }
}
