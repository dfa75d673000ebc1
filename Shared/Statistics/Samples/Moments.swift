/// Mean and standard deviation of a sample: two passes, n - 1.
struct Moments {
    let count: Int
    /// Nil without values.
    let mean: Mean?
    /// Nil with fewer than two values; exactly 0 for values that are all the same.
    let deviation: Double?

    /// Takes values; a range of them no wider than `noise` is rounding and stands for none.
    init(_ values: [Double], noise: Double = 0) {
        count = values.count
        guard let least = values.min(), let greatest = values.max() else {
            (mean, deviation) = (nil, nil)
            return
        }
        let factor = Scale.factor(values)
        let scaled = values.scaled(by: factor)
        let mean = Mean(scaled)
        self.mean = Mean(high: mean.high / factor, low: mean.low / factor)
        if values.count < 2 {
            deviation = nil
        } else if greatest - least <= noise {
            deviation = 0
        } else {
            let variance = Moments.squares(scaled, around: mean) / Double(values.count - 1)
            deviation = variance.squareRoot() / factor
        }
    }

    /// The square of the standard deviation.
    var variance: Double? { deviation.map { $0 * $0 } }

    /// The standard error of the mean.
    var standardError: Double? { deviation.map { $0 / Double(count).squareRoot() } }

    /// The sum of squared deviations.
    static func squares(_ values: [Double], around mean: Mean) -> Double {
        values.reduce(0) { sum, value in
            let deviation = mean.deviation(of: value)
            return sum + deviation * deviation
        }
    }

    /// The sum of products of deviations of paired values.
    static func products(_ x: [Double], around xMean: Mean, _ y: [Double], around yMean: Mean) -> Double {
        ExactSum(zip(x, y).lazy.map { xMean.deviation(of: $0) * yMean.deviation(of: $1) }).value
    }
}
