/// Mean and variance of a sample: two passes, n - 1.
struct Moments {
    let count: Int
    /// Nil without values.
    let mean: Mean?
    /// Nil with fewer than two values; exactly 0 for values that are all the same.
    let variance: Double?

    /// Takes values; a range of them no wider than `noise` is rounding and stands for none.
    init(_ values: [Double], noise: Double = 0) {
        count = values.count
        guard let least = values.min(), let greatest = values.max() else {
            (mean, variance) = (nil, nil)
            return
        }
        let mean = Mean(values)
        self.mean = mean
        if values.count < 2 {
            variance = nil
        } else if greatest - least <= noise {
            variance = 0
        } else {
            variance = Moments.squares(values, around: mean) / Double(values.count - 1)
        }
    }

    /// The square root of the variance.
    var deviation: Double? { variance?.squareRoot() }

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
