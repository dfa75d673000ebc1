/// Wilson's score interval of a proportion, without continuity correction.
///
/// The bounds are the roots of (p - x/n)^2 = z^2 p (1 - p) / n. The upper one is formed without cancellation, the lower
/// one is the complement of the upper one of the failures. E. B. Wilson, "Probable inference, the law of succession,
/// and statistical inference", JASA 22 (1927).
struct ScoreInterval {
    let low: Double
    let high: Double

    /// The interval of x out of n; n is at least 1.
    init(_ x: Double, of n: Double, confidence: Double) {
        let z = Normal.quantile(confidence: confidence)
        low = x == 0 ? 0 : ScoreInterval.lower(x, n, z)
        high = x == n ? 1 : 1 - ScoreInterval.lower(n - x, n, z)
    }

    /// The product of the two roots is x^2 / (n (n + z^2)); the lower root is that over the upper one.
    private static func lower(_ x: Double, _ n: Double, _ z: Double) -> Double {
        guard x > 0 else { return 0 }
        let share = x / n
        let upper = (2 * x + z * z + z * (z * z + 4 * x * (1 - share)).squareRoot()) / 2
        return min(1, max(0, x * share / upper))
    }
}
