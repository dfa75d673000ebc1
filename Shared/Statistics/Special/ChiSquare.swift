import CBoostMath

/// The chi-square distribution.
enum ChiSquare {
    /// P(X > x), nil without degrees of freedom.
    static func upperTail(_ x: Double, df: Double) -> Double? {
        guard df > 0, x >= 0 else { return nil }
        return boost_math_chi_square_upper(x, df)
    }
}
