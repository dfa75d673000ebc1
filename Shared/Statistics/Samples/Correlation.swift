/// Pearson's correlation.
enum Correlation {
    /// cov(x, y) / (sd x sd y); nil when one of them does not vary, or only by the noise of its sum.
    static func pearson(_ x: [Double], _ y: [Double], noise: Double = 0) -> Double? {
        guard varies(x, 0), varies(y, noise) else { return nil }
        let x = x.scaled(by: Scale.factor(x))
        let y = y.scaled(by: Scale.factor(y))
        let (xMean, yMean) = (Mean(x), Mean(y))
        let product = Moments.products(x, around: xMean, y, around: yMean)
        let length = Moments.squares(x, around: xMean).squareRoot() * Moments.squares(y, around: yMean).squareRoot()
        let quotient = product / length
        return quotient.isFinite ? max(-1, min(1, quotient)) : nil
    }

    private static func varies(_ values: [Double], _ noise: Double) -> Bool {
        guard let least = values.min(), let greatest = values.max() else { return false }
        return greatest - least > noise
    }
}
