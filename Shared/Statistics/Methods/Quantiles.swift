/// Median and upper quantiles.
///
/// Linear interpolation at place (n - 1) q of the sorted values, type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles
/// in statistical packages", The American Statistician 50 (1996).
public enum Quantiles: StatisticalMethod {
    /// The values.
    public struct Input: Decodable, Hashable, Sendable {
        let values: [Double]

        /// Takes values in any order.
        public init(values: [Double]) {
            self.values = values
        }
    }

    /// The quantiles, undefined without values.
    public struct Output: Encodable, Sendable {
        /// What half of the values do not exceed.
        @Defined public var median: Double?
        /// What 75 per cent do not exceed.
        @Defined public var p75: Double?
        /// What 90 per cent do not exceed.
        @Defined public var p90: Double?
        /// What 95 per cent do not exceed.
        @Defined public var p95: Double?
    }

    /// Its fields and an example.
    public static let description = MethodDescription(
        "quantiles", "Median and upper quantiles by linear interpolation (type 7).",
        inputs: [.field("values", "numbers: the values")],
        outputs: [
            .field("median", "number: 0.5 quantile"), .field("p75", "number: 0.75 quantile"),
            .field("p90", "number: 0.9 quantile"), .field("p95", "number: 0.95 quantile"),
        ],
        example: #"{"values": [3, 1, 4, 1, 5, 9, 2, 6]}"#)

    /// The quantiles.
    public static func evaluate(_ input: Input) throws(StatisticsError) -> Output {
        try Check.finite(input.values, "values")
        let sorted = input.values.sorted()
        return Output(
            median: quantile(50, of: sorted), p75: quantile(75, of: sorted), p90: quantile(90, of: sorted),
            p95: quantile(95, of: sorted))
    }

    /// A quantile in per cent of sorted values.
    ///
    /// The place is found in whole numbers, so that it is never just beside one.
    static func quantile(_ percent: Int, of sorted: [Double]) -> Double? {
        guard !sorted.isEmpty else { return nil }
        let (place, rest) = ((sorted.count - 1) * percent).quotientAndRemainder(dividingBy: 100)
        guard rest > 0 else { return sorted[place] }
        let (low, high) = (sorted[place], sorted[place + 1])
        let share = Double(rest) / 100
        return low == high ? low : low * (1 - share) + high * share
    }
}
