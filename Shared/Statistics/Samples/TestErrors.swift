/// The errors that a planned test may make, as bounds of the standard normal distribution.
struct TestErrors {
    let zAlpha: Double
    let zPower: Double

    /// Takes 0.05, 0.8 and two sides where nothing else is said.
    init(alpha: Double?, power: Double?, sides: Double?) throws(StatisticsError) {
        let (alpha, power) = (alpha ?? 0.05, power ?? 0.8)
        try Check.level(alpha, "alpha")
        try Check.level(power, "power")
        zAlpha = Normal.quantile(upperTail: alpha / (try Check.sides(sides)))
        zPower = -Normal.quantile(upperTail: power)
    }
}

/// The variance of a difference of proportions for one observation in group 1 and `ratio` in group 2.
struct ProportionVariance {
    /// Pooled, as if both groups had the same proportion.
    let null: Double
    /// Unpooled.
    let alternative: Double

    init(p1: Double, p2: Double, ratio: Double) {
        let pooled = (p1 + ratio * p2) / (1 + ratio)
        null = pooled * (1 - pooled) * (1 + 1 / ratio)
        alternative = p1 * (1 - p1) + p2 * (1 - p2) / ratio
    }
}

extension MethodDescription.Field {
    static let alpha = optional("alpha", "number: chance of a false alarm, 0.05 when left out")
    static let power = optional("power", "number: chance to find the difference, 0.8 when left out")
    static let sides = optional("sides", "number: 1 or 2; 2 when left out; alpha is divided by it")
}
