/// Several p-values looked at together.
///
/// With p(1) <= … <= p(m): Bonferroni m p; Holm the running maximum of (m - i + 1) p(i), S. Holm, Scandinavian Journal
/// of Statistics 6 (1979); Benjamini-Hochberg the running minimum from above of m p(i) / i, JRSS B 57 (1995).
public enum MultipleTesting: StatisticalMethod {
    /// The p-values.
    public struct Input: Decodable, Hashable, Sendable {
        let pValues: [Double]

        enum CodingKeys: String, CodingKey {
            case pValues = "p_values"
        }

        /// Takes the p-values in any order.
        public init(pValues: [Double]) {
            self.pValues = pValues
        }
    }

    /// The adjusted p-values in the order of the input.
    public struct Output: Encodable, Sendable {
        /// Against one false alarm or more; step-down.
        public var holm: [Double]
        /// Against too large a share of false alarms.
        public var benjaminiHochberg: [Double]
        /// Against one false alarm or more; single step.
        public var bonferroni: [Double]

        enum CodingKeys: String, CodingKey {
            case holm, bonferroni
            case benjaminiHochberg = "benjamini_hochberg"
        }
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "multiple_testing", "Adjusted p-values when several are looked at together.",
        inputs: [.field("p_values", "numbers: p-values")],
        outputs: [
            .field("holm", "numbers: Holm's adjusted p-values, in the order of the input"),
            .field("benjamini_hochberg", "numbers: adjusted for the false discovery rate"),
            .field("bonferroni", "numbers: Bonferroni's adjusted p-values"),
        ],
        example: #"{"p_values": [0.01, 0.04, 0.03, 0.2]}"#)

    /// Adjusts the p-values.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        let values = input.pValues
        for (index, value) in values.enumerated() { try Check.probability(value, "p_values[\(index)]") }
        let count = Double(values.count)
        let order = values.indices.sorted { values[$0] < values[$1] }
        var holm = values
        var largest = 0.0
        for (rank, index) in order.enumerated() {
            largest = max(largest, min(1, values[index] * (count - Double(rank))))
            holm[index] = largest
        }
        var discovery = values
        var least = 1.0
        for (rank, index) in order.enumerated().reversed() {
            least = min(least, values[index] * (count / Double(rank + 1)))
            discovery[index] = least
        }
        return Output(holm: holm, benjaminiHochberg: discovery, bonferroni: values.map { min(1, $0 * count) })
    }
}
