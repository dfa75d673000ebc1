/// The correlation of a yes or no with a score.
///
/// Pearson's r of the 0/1 variable. With B the sum of squares between the two groups and W that within them,
/// r^2 = B / (B + W) and t^2 = (n - 2) B / W, which keeps its digits where 1 - r^2 would lose them.
public enum PointBiserial: StatisticalMethod {
    /// A yes or no and a score of each person.
    public struct Input: Decodable, Hashable, Sendable {
        let binary: [YesNo]
        let score: [Double]

        /// Takes one pair a person.
        public init(binary: [YesNo], score: [Double]) {
            (self.binary, self.score) = (binary, score)
        }
    }

    /// The correlation and its test.
    public struct Output: Encodable, Sendable {
        /// The correlation, undefined when one of the two does not vary.
        @Defined public var r: Double?
        /// The two-sided p-value, undefined with fewer than three persons.
        @Defined public var twoSided: Double?

        enum CodingKeys: String, CodingKey {
            case r
            case twoSided = "p_two_sided"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "point_biserial", "Correlation of a yes or no with a score.",
        inputs: [.field("binary", "flags: 1 or 0"), .field("score", "numbers: one for each flag")],
        outputs: [
            .field("r", "number: Pearson's correlation, null when one of the two does not vary"),
            .field("p_two_sided", "number: from t with n - 2 degrees of freedom, null when there are none"),
        ],
        example: #"{"binary": [1, 0, 1, 1, 0], "score": [8, 3, 9, 6, 5]}"#)

    /// Correlates.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.finite(input.score, "score")
        try Check.sameLength(input.binary.count, input.score.count, "binary", as: "score")
        let score = input.score.scaled(by: Scale.factor(input.score))
        let (ones, zeros) = (values(of: true, input.binary, score), values(of: false, input.binary, score))
        guard !ones.isEmpty, !zeros.isEmpty, score.contains(where: { $0 != score[0] }) else { return Output() }
        let difference = Mean(ones) - Mean(zeros)
        let (onesCount, zerosCount) = (Double(ones.count), Double(zeros.count))
        let between = difference * difference * onesCount / (onesCount + zerosCount) * zerosCount
        let within = within(ones) + within(zeros)
        let r = (between / (between + within)).squareRoot()
        let df = onesCount + zerosCount - 2
        return Output(
            r: difference < 0 ? -r : r,
            twoSided: StudentT.twoSided((df * between / within).squareRoot(), df: df))
    }

    private static func values(of group: Bool, _ flags: [YesNo], _ score: [Double]) -> [Double] {
        zip(flags, score).filter { $0.0.isSet == group }.map(\.1)
    }

    private static func within(_ values: [Double]) -> Double {
        values.contains { $0 != values[0] } ? Moments.squares(values, around: Mean(values)) : 0
    }
}
