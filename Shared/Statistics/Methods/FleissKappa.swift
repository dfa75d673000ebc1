/// How far several raters agree beyond chance.
///
/// kappa = (P - Pe) / (1 - Pe), P the mean share of agreeing pairs of raters, Pe the sum of squared category shares.
/// J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971).
public enum FleissKappa: StatisticalMethod {
    /// How many raters put each subject into each category.
    public struct Input: Decodable, Hashable, Sendable {
        let counts: [[Double]]

        /// Takes one row a subject, one column a category; every row has the same number of raters.
        public init(counts: [[Double]]) {
            self.counts = counts
        }
    }

    /// The agreement.
    public struct Output: Encodable, Sendable {
        /// Agreement beyond chance, undefined with one rater or when all used one category.
        @Defined public var kappa: Double?
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "fleiss_kappa", "Agreement of several raters beyond chance.",
        inputs: [.field("counts", "list of lists of counts: one row a subject, one column a category")],
        outputs: [.field("kappa", "number: kappa, null with fewer than two raters or only one category used")],
        example: #"{"counts": [[0, 3], [2, 1], [3, 0], [3, 0]]}"#)

    /// Compares the raters.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        let width = try Check.rectangle(input.counts, "counts")
        var raters: Double?
        for (index, row) in input.counts.enumerated() {
            for (column, count) in row.enumerated() { try Check.count(count, "counts[\(index)][\(column)]") }
            let sum = row.reduce(0, +)
            guard raters == nil || raters == sum else {
                throw StatisticsError("counts[\(index)]", "must have as many raters as counts[0]")
            }
            raters = sum
        }
        guard let raters, raters > 1 else { return Output() }
        let subjects = Double(input.counts.count)
        let agreeing = input.counts.joined().reduce(0) { $0 + $1 * ($1 - 1) } / (subjects * raters * (raters - 1))
        let shares = (0..<width).map { column in
            input.counts.reduce(0) { $0 + $1[column] } / (subjects * raters)
        }
        // 1 - Pe as a sum of positive parts: it is 0 exactly when one category took all.
        let disagreeing = shares.reduce(0) { $0 + $1 * (1 - $1) }
        guard disagreeing > 0 else { return Output() }
        return Output(kappa: 1 - (1 - agreeing) / disagreeing)
    }
}
