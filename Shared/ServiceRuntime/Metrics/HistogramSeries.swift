import CoreMetrics

/// How values are distributed over fixed buckets.
public final class HistogramSeries: Sendable {
    /// Upper bounds of the buckets, rising; one more bucket takes what is above.
    public let bounds: [Double]
    private let buckets: [AtomicCell]
    private let total = AtomicCell()

    init(bounds: [Double]) {
        self.bounds = bounds
        self.buckets = (0...bounds.count).map { _ in AtomicCell() }
    }

    /// Counts one value.
    public func observe(_ value: Double) {
        observe(value, count: 1)
    }

    /// Counts the same value a number of times.
    public func observe(_ value: Double, count: Int) {
        guard count > 0, !value.isNaN else { return }
        buckets[bounds.firstIndex { value <= $0 } ?? bounds.count].add(count: UInt64(count))
        total.add(value: value * Double(count))
    }

    /// The counts of the buckets, each by itself, and the sum of the values.
    var reading: (counts: [UInt64], sum: Double) { (buckets.map(\.count), total.value) }

    /// How many values were counted.
    public var count: UInt64 { buckets.reduce(0) { $0 + $1.count } }
}

extension HistogramSeries: RecorderHandler, TimerHandler {
    /// Counts one value.
    public func record(_ value: Int64) { observe(Double(value)) }

    /// Counts one value.
    public func record(_ value: Double) { observe(value) }

    /// Counts a duration, in seconds.
    public func recordNanoseconds(_ duration: Int64) { observe(Double(duration) / 1e9) }
}
