import Foundation

/// Where values lie along an axis.
public struct ChartScale: Hashable, Sendable {
    /// The least value that has room.
    public let low: Double
    /// The greatest value that has room.
    public let high: Double
    /// The place of the least value, in units of the drawing.
    public let start: Double
    /// The place of the greatest value.
    public let end: Double

    /// The scale of exactly these values.
    ///
    /// - Parameters:
    ///   - range: the values that have room; where they are all one, half a unit either side.
    ///   - start: the place of the least one.
    ///   - end: the place of the greatest one, which may lie before the start.
    public init(_ range: ClosedRange<Double>, from start: Double, to end: Double) {
        let isPoint = range.lowerBound == range.upperBound
        low = isPoint ? range.lowerBound - 0.5 : range.lowerBound
        high = isPoint ? range.upperBound + 0.5 : range.upperBound
        self.start = start
        self.end = end
    }

    /// The scale on which all of some values have room, with a twentieth of air on either side.
    ///
    /// What is not finite is no value; without values the scale goes from 0 to 1.
    public init(holding values: [Double], from start: Double, to end: Double) {
        let known = values.filter(\.isFinite)
        guard let low = known.min(), let high = known.max() else {
            self.init(0...1, from: start, to: end)
            return
        }
        let air = (high - low) / 20
        self.init((low - air)...(high + air), from: start, to: end)
    }

    /// The place of a value; what lies outside is put at the nearer end.
    public func place(_ value: Double) -> Double {
        let inside = min(max(value, low), high)
        return start + (inside - low) / (high - low) * (end - start)
    }

    /// Round values along the axis: multiples of 1, 2 or 5 times a power of ten.
    ///
    /// - Parameters:
    ///   - count: about how many are wanted; there are never more than one above it.
    ///   - leastStep: what two of them differ by at least.
    public func ticks(about count: Int, leastStep: Double = 0) -> [Double] {
        let rough = max((high - low) / Double(max(count, 1)), leastStep)
        guard rough.isFinite, rough > 0 else { return [] }
        let power = pow(10, floor(log10(rough)))
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? 10 * power
        let first = Int((low / step).rounded(.up))
        let last = Int((high / step).rounded(.down))
        guard first <= last, last - first < 100 else { return [] }
        return (first...last).map { Double($0) * step }
    }
}
