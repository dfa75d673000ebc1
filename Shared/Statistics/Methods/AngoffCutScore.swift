/// Where judges put the pass mark.
///
/// Each judge says how likely a borderline candidate gets each item right; the cut is the mean over judges of the sum
/// over items, its standard error sd / sqrt(judges). W. H. Angoff, in "Educational Measurement", 2nd edition (1971).
public enum AngoffCutScore: StatisticalMethod {
    /// The judgements.
    public struct Input: Decodable, Hashable, Sendable {
        let judgements: [[Double]]

        enum CodingKeys: String, CodingKey {
            case judgements = "judge_by_item"
        }

        /// Takes one row a judge, one column an item.
        public init(judgements: [[Double]]) {
            self.judgements = judgements
        }
    }

    /// The pass mark.
    public struct Output: Encodable, Sendable {
        /// The pass mark in points.
        @Defined public var cutScore: Double?
        /// The pass mark as a share of the items.
        @Defined public var cutFraction: Double?
        /// The standard error in points, undefined with one judge.
        @Defined public var standardError: Double?

        enum CodingKeys: String, CodingKey {
            case cutScore = "cut_score"
            case cutFraction = "cut_fraction"
            case standardError = "standard_error"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "angoff_cut_score", "The pass mark that judges set item by item.",
        inputs: [
            .field(
                "judge_by_item",
                "list of lists of numbers: one row a judge, one column an item, "
                    + "the points expected of a borderline candidate"
            )
        ],
        outputs: [
            .field("cut_score", "number: mean over judges of the sum over items"),
            .field("cut_fraction", "number: cut_score over the number of items"),
            .field("standard_error", "number: sd of the judges' sums over sqrt(judges), null with one judge"),
        ],
        example: #"{"judge_by_item": [[0.6, 0.8, 0.5], [0.7, 0.7, 0.4], [0.5, 0.9, 0.6]]}"#)

    /// The pass mark.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        let items = try Check.rectangle(input.judgements, "judge_by_item")
        for (index, row) in input.judgements.enumerated() { try Check.notNegative(row, "judge_by_item[\(index)]") }
        guard items > 0 else { return Output() }
        let sums = input.judgements.map { ExactSum($0).value }
        let scale = input.judgements.joined().reduce(0, max)
        // Sums that differ by less than their own rounding are equal.
        let moments = Moments(sums, noise: Double(items) * Double.ulpOfOne * scale)
        return Output(
            cutScore: moments.mean?.value, cutFraction: moments.mean.map { $0.value / Double(items) },
            standardError: moments.standardError)
    }
}
