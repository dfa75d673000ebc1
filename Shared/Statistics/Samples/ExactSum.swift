/// A sum carried in two numbers, so that what rounding takes away is kept (Neumaier's variant of Kahan's summation).
struct ExactSum {
    private var high = 0.0
    private var low = 0.0

    init() {}

    init(_ values: some Sequence<Double>) {
        for value in values { add(value) }
    }

    /// The sum, rounded once.
    var value: Double { high + low }

    mutating func add(_ value: Double) {
        let sum = high + value
        low += abs(high) >= abs(value) ? (high - sum) + value : (value - sum) + high
        high = sum
    }

    /// The sum divided by a count, still in two numbers.
    func divided(by count: Double) -> Mean {
        let quotient = high / count
        let remainder = high.addingProduct(-quotient, count)
        return Mean(high: quotient, low: (remainder + low) / count)
    }
}
