import Foundation

/// Two means compared by Welch's t with Satterthwaite's degrees of freedom.
///
/// t = (a - b) / se, se^2 = s_a^2/n_a + s_b^2/n_b, df = se^4 / sum (s_i^2/n_i)^2 / (n_i - 1). B. L. Welch, "The
/// generalization of Student's problem when several different population variances are involved", Biometrika 34 (1947).
struct MeanComparison {
    private(set) var meanA: Double?
    private(set) var meanB: Double?
    private(set) var difference: Double?
    private(set) var standardError: Double?
    private(set) var t: Double?
    private(set) var df: Double?
    private(set) var twoSided: Double?
    private(set) var low: Double?
    private(set) var high: Double?

    /// Compares a with b; a spread of one sample no wider than `noise` is rounding.
    init(_ a: [Double], _ b: [Double], confidence: Double, noise: Double = 0) {
        let (first, second) = (Moments(a, noise: noise), Moments(b, noise: noise))
        meanA = first.mean?.value
        meanB = second.mean?.value
        guard let firstMean = first.mean, let secondMean = second.mean else { return }
        let difference = firstMean - secondMean
        self.difference = difference
        guard let firstError = first.standardError, let secondError = second.standardError else { return }
        let error = hypot(firstError, secondError)
        standardError = error
        guard error > 0 else { return }
        // In shares of the whole, so that the fourth power of a small error does not vanish.
        let shares = (firstError / error, secondError / error)
        let df = 1 / (power4(shares.0) / Double(a.count - 1) + power4(shares.1) / Double(b.count - 1))
        let t = difference / error
        self.df = df
        self.t = t
        twoSided = StudentT.twoSided(t, df: df)
        guard let bound = StudentT.quantile(confidence: confidence, df: df) else { return }
        low = difference - bound * error
        high = difference + bound * error
    }
}

private func power4(_ x: Double) -> Double { (x * x) * (x * x) }
