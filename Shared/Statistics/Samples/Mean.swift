/// A mean in two numbers: values that lie close together far from zero keep their differences.
struct Mean {
    let high: Double
    let low: Double

    init(high: Double, low: Double) {
        self.high = high
        self.low = low
    }

    /// The mean of at least one value.
    init(_ values: [Double]) {
        self = ExactSum(values).divided(by: Double(values.count))
    }

    /// The mean, rounded once.
    var value: Double { high + low }

    /// How far a value lies above it.
    func deviation(of value: Double) -> Double {
        (value - high) - low
    }

    /// The difference of two means, rounded once.
    static func - (left: Mean, right: Mean) -> Double {
        let difference = left.high - right.high
        let part = difference - left.high
        // Knuth's exact error of the subtraction.
        let error = (left.high - (difference - part)) - (right.high + part)
        return difference + (error + (left.low - right.low))
    }
}
