import CBoostMath

/// Student's t distribution; degrees of freedom need not be whole.
enum StudentT {
    /// P(|T| > |t|), nil without degrees of freedom.
    static func twoSided(_ t: Double, df: Double) -> Double? {
        guard df > 0, !t.isNaN else { return nil }
        if t.isInfinite { return 0 }
        let tail = boost_math_students_t_upper(abs(t), df)
        // Not left to min(), which answers 1 for NaN.
        return tail.isNaN ? nil : min(1, 2 * tail)
    }

    /// The t that bounds a central interval of this coverage, nil without degrees of freedom.
    static func quantile(confidence: Double, df: Double) -> Double? {
        guard df > 0 else { return nil }
        return boost_math_students_t_quantile_upper((1 - confidence) / 2, df)
    }
}
