import Contracts
import Statistics

/// A figure with its 95 % interval, and how many independent units it rests on (EXP-16).
struct LeadingValue: Equatable, Sendable {
    let value: Double
    let low: Double?
    let high: Double?
    let units: Int64

    /// Which part of the normal distribution's mass the intervals hold, and how far out that reaches.
    private static let (confidence, reach) = (0.95, 1.959963984540054)

    /// A share of units that are independent of each other: Wilson's score interval.
    static func share(_ part: Int, of whole: Int) -> LeadingValue? {
        guard whole > 0,
            let interval = try? WilsonInterval.evaluate(
                .init(x: Double(part), n: Double(whole), confidence: confidence))
        else { return nil }
        return LeadingValue(
            value: Double(part) / Double(whole), low: interval.low, high: interval.high, units: Int64(whole))
    }

    /// A ratio of two sums over units, such as errors over units of work by engagement.
    ///
    /// The variance of r = sum y / sum x is that of the residuals y - r x, times m / (m - 1): what is reported of one
    /// unit hangs together (W. G. Cochran, Sampling Techniques, 3rd ed., 6.4).
    static func ratio(_ units: [(part: Int64, whole: Int64)]) -> LeadingValue? {
        let whole = Double(units.reduce(0) { $0 + $1.whole })
        guard whole > 0 else { return nil }
        let value = Double(units.reduce(0) { $0 + $1.part }) / whole
        let count = Double(units.count)
        guard units.count > 1 else { return LeadingValue(value: value, low: nil, high: nil, units: 1) }
        let squares = units.map { unit in
            let rest = Double(unit.part) - value * Double(unit.whole)
            return rest * rest
        }
        let error = (squares.sorted().reduce(0, +) * count / (count - 1)).squareRoot() / whole
        return LeadingValue(
            value: value, low: max(0, value - LeadingValue.reach * error), high: value + LeadingValue.reach * error,
            units: Int64(units.count))
    }

    /// A mean of units, by the normal distribution: fewer than 50 units say nothing anyway.
    static func mean(_ values: [Double]) -> LeadingValue? {
        guard !values.isEmpty else { return nil }
        var sample = RunningSample()
        for value in values.sorted() { sample.add(value) }
        guard let variance = sample.variance, variance > 0 else {
            return LeadingValue(value: sample.mean, low: nil, high: nil, units: Int64(values.count))
        }
        let reach = LeadingValue.reach * (variance / sample.count).squareRoot()
        return LeadingValue(
            value: sample.mean, low: sample.mean - reach, high: sample.mean + reach, units: Int64(values.count))
    }

    /// A median: the order statistics that hold it in 95 of 100 samples, by the normal approximation of the binomial.
    static func median(_ values: [Double]) -> LeadingValue? {
        guard let quantiles = try? Quantiles.evaluate(.init(values: values)), let median = quantiles.median else {
            return nil
        }
        let sorted = values.sorted()
        let (count, reach) = (Double(sorted.count), LeadingValue.reach * Double(sorted.count).squareRoot() / 2)
        let low = Int((count / 2 - reach).rounded(.down)), high = Int((count / 2 + reach).rounded(.up))
        let isKnown = low >= 1 && high <= sorted.count
        return LeadingValue(
            value: median, low: isKnown ? sorted[low - 1] : nil, high: isKnown ? sorted[high - 1] : nil,
            units: Int64(sorted.count))
    }
}
