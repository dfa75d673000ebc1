import CoreMetrics

/// A number that goes up and down.
public final class GaugeSeries: Sendable {
    private let cell = AtomicCell()

    /// What it stands at.
    public var value: Double { cell.value }

    /// Sets it.
    public func set(_ value: Int) {
        cell.set(value: Double(value))
    }

    /// Sets it to one or nothing.
    public func set(_ flag: Bool) {
        cell.set(value: flag ? 1 : 0)
    }
}

extension GaugeSeries: MeterHandler, RecorderHandler {
    /// Sets it.
    public func set(_ value: Int64) { cell.set(value: Double(value)) }

    /// Sets it.
    public func set(_ value: Double) { cell.set(value: value) }

    /// Adds to it.
    public func increment(by amount: Double) { cell.add(value: amount) }

    /// Takes from it.
    public func decrement(by amount: Double) { cell.add(value: -amount) }

    /// Sets it.
    public func record(_ value: Int64) { cell.set(value: Double(value)) }

    /// Sets it.
    public func record(_ value: Double) { cell.set(value: value) }
}
