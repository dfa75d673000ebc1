/// Fisher's exact test of a two-by-two table.
///
/// The upper left cell is hypergeometric given the margins; two-sided p sums the probabilities not above the observed
/// one, with a relative slack of 1e-7 for rounding. R. A. Fisher, "Statistical Methods for Research Workers", 1934.
public enum FisherExact: StatisticalMethod {
    /// The table.
    public struct Input: Decodable, Hashable, Sendable {
        let table: [[Double]]

        /// Takes two rows of two counts.
        public init(table: [[Double]]) {
            self.table = table
        }
    }

    /// The odds ratio and the three p-values.
    public struct Output: Encodable, Sendable {
        /// ad / bc, undefined when bc is 0.
        @Defined public var oddsRatio: Double?
        /// The p-value against a difference in either direction.
        @Defined public var twoSided: Double?
        /// P(upper left cell at most the observed one).
        @Defined public var less: Double?
        /// P(upper left cell at least the observed one).
        @Defined public var greater: Double?

        enum CodingKeys: String, CodingKey {
            case oddsRatio = "odds_ratio"
            case twoSided = "p_two_sided"
            case less = "p_less"
            case greater = "p_greater"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "fisher_exact", "Fisher's exact test of a two-by-two table.",
        inputs: [.field("table", "two lists of two counts: [[a, b], [c, d]]")],
        outputs: [
            .field("odds_ratio", "number: ad / bc, null when bc is 0"),
            .field("p_two_sided", "number: sum of the probabilities not above the observed one"),
            .field("p_less", "number: probability of an upper left cell of a or less"),
            .field("p_greater", "number: probability of an upper left cell of a or more"),
        ],
        example: #"{"table": [[8, 2], [1, 5]]}"#)

    /// The number of observations up to which the walk through the distribution stays short.
    private static let largestTotal = 1e12

    /// Tests the table.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        let table = input.table
        guard table.count == 2, table[0].count == 2, table[1].count == 2 else {
            throw StatisticsError("table", "must be two lists of two counts")
        }
        for row in 0..<2 {
            for column in 0..<2 { try Check.count(table[row][column], "table[\(row)][\(column)]") }
        }
        let (a, b, c, d) = (table[0][0], table[0][1], table[1][0], table[1][1])
        let total = a + b + c + d
        guard total <= largestTotal else { throw StatisticsError("table", "must hold at most 1e12 observations") }
        let tails = Hypergeometric(row: a + b, column: a + c, total: total).tails(at: a, slack: 1e-7)
        return Output(
            oddsRatio: b > 0 && c > 0 ? (a / b) * (d / c) : nil,
            twoSided: tails.twoSided, less: tails.less, greater: tails.greater)
    }
}
