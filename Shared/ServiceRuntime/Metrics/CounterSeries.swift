import CoreMetrics

/// A number that only grows.
public final class CounterSeries: Sendable {
    private let cell = AtomicCell()

    /// What was counted so far.
    public var value: Double { cell.value }

    /// Adds to the count; less than nothing is not added.
    public func increment(by amount: Int = 1) {
        if amount > 0 { cell.add(value: Double(amount)) }
    }
}

extension CounterSeries: CounterHandler, FloatingPointCounterHandler {
    /// Adds to the count.
    public func increment(by amount: Int64) {
        if amount > 0 { cell.add(value: Double(amount)) }
    }

    /// Adds to the count.
    public func increment(by amount: Double) {
        if amount > 0 { cell.add(value: amount) }
    }

    /// Starts again at nothing.
    public func reset() {
        cell.set(value: 0)
    }
}
