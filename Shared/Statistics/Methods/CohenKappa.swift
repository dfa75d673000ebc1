/// How far two raters agree beyond chance.
///
/// kappa = 1 - sum w o / sum w e, o the observed and e the expected shares of the pairs of categories; w is 1 off the
/// diagonal, or the distance of the categories in the order given, or its square. J. Cohen, Psychological Bulletin 70
/// (1968).
public enum CohenKappa: StatisticalMethod {
    /// How much a disagreement counts.
    public enum Weights: String, Sendable, CaseIterable {
        case none
        case linear
        case quadratic

        func weight(_ first: Int, _ second: Int) -> Double {
            let distance = Double(abs(first - second))
            return switch self {
            case .none: distance == 0 ? 0 : 1
            case .linear: distance
            case .quadratic: distance * distance
            }
        }
    }

    /// Two raters' categories of the same subjects.
    public struct Input: Decodable, Hashable, Sendable {
        let raterA, raterB, categories: [Label]
        let weights: String?

        enum CodingKeys: String, CodingKey {
            case categories, weights
            case raterA = "rater_a"
            case raterB = "rater_b"
        }

        /// Takes one category a subject of each rater, and all categories in their order.
        public init(raterA: [Label], raterB: [Label], categories: [Label], weights: Weights = .none) {
            (self.raterA, self.raterB, self.categories) = (raterA, raterB, categories)
            self.weights = weights.rawValue
        }
    }

    /// The agreement.
    public struct Output: Encodable, Sendable {
        /// Agreement beyond chance, undefined when chance allows no disagreement.
        @Defined public var kappa: Double?
        /// The share of subjects to which both raters gave the same category.
        @Defined public var observedAgreement: Double?

        enum CodingKeys: String, CodingKey {
            case kappa
            case observedAgreement = "observed_agreement"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "cohen_kappa", "Agreement of two raters beyond chance.",
        inputs: [
            .field("rater_a", "texts or numbers: categories by rater a"),
            .field("rater_b", "texts or numbers: categories by rater b, same subjects"),
            .field("categories", "texts or numbers: all categories in their order"),
            .optional("weights", "text: none, linear or quadratic; none when left out or null"),
        ],
        outputs: [
            .field("kappa", "number: kappa, null when the expected disagreement is 0"),
            .field("observed_agreement", "number: share of subjects with the same category"),
        ],
        example: """
            {"rater_a": [1, 2, 3, 2, 1], "rater_b": [1, 3, 3, 2, 2], "categories": [1, 2, 3], "weights": "quadratic"}
            """)

    /// Compares the raters.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.sameLength(input.raterB.count, input.raterA.count, "rater_b", as: "rater_a")
        guard let weights = Weights(rawValue: input.weights ?? "none") else {
            throw StatisticsError("weights", "must be none, linear or quadratic")
        }
        var places: [Label: Int] = [:]
        for (place, category) in input.categories.enumerated() {
            guard places.updateValue(place, forKey: category) == nil else {
                throw StatisticsError("categories[\(place)]", "stands there twice")
            }
        }
        let first = try indices(input.raterA, places, "rater_a")
        let second = try indices(input.raterB, places, "rater_b")
        guard !first.isEmpty else { return Output() }
        let count = Double(first.count)
        let (firstTotals, secondTotals) = (totals(first, places.count), totals(second, places.count))
        // Whole numbers throughout, so that "no disagreement to be expected" is exact.
        let observed = zip(first, second).reduce(0) { $0 + weights.weight($1.0, $1.1) }
        var expected = 0.0
        for (row, rowTotal) in firstTotals.enumerated() where rowTotal > 0 {
            for (column, columnTotal) in secondTotals.enumerated() {
                expected += weights.weight(row, column) * rowTotal * columnTotal
            }
        }
        let same = zip(first, second).count { $0 == $1 }
        return Output(
            kappa: expected > 0 ? 1 - observed * count / expected : nil, observedAgreement: Double(same) / count)
    }

    private static func indices(
        _ labels: [Label], _ places: [Label: Int], _ field: String,
    ) throws(StatisticsError) -> [Int] {
        var indices: [Int] = []
        for (index, label) in labels.enumerated() {
            guard let place = places[label] else {
                throw StatisticsError("\(field)[\(index)]", "is none of the categories")
            }
            indices.append(place)
        }
        return indices
    }

    private static func totals(_ indices: [Int], _ count: Int) -> [Double] {
        indices.reduce(into: [Double](repeating: 0, count: count)) { totals, index in totals[index] += 1 }
    }
}
