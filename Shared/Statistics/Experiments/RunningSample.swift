/// Count, mean and spread of one arm, kept up as its units come in.
///
/// Mean and sum of squares by B. P. Welford, Technometrics 4 (1962): no list is kept, and values that lie close
/// together far from zero keep their differences.
public struct RunningSample: Hashable, Sendable {
    /// How many units.
    public private(set) var count = 0.0
    /// Their mean; 0 without any.
    public private(set) var mean = 0.0
    /// How many of them are not 0.
    public private(set) var notZero = 0.0
    private var squares = 0.0

    /// An arm without units.
    public init() {}

    /// Takes a unit in.
    public mutating func add(_ value: Double) {
        count += 1
        let deviation = value - mean
        mean += deviation / count
        squares += deviation * (value - mean)
        if value != 0 { notZero += 1 }
    }

    /// Takes units in of which some are 1 and the others 0.
    public mutating func add(ones: Double, of units: Double) {
        guard units > 0 else { return }
        let share = ones / units
        let deviation = share - mean
        let whole = count + units
        squares += ones * (1 - share) + deviation * deviation * count * units / whole
        mean += deviation * units / whole
        count = whole
        notZero += ones
    }

    /// The variance with n - 1; nil for fewer than two.
    public var variance: Double? { count > 1 ? max(0, squares) / (count - 1) : nil }
}
