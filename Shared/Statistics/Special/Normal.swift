import CBoostMath
import Foundation

/// The standard normal distribution.
enum Normal {
    /// P(Z > z) = erfc(z / sqrt 2) / 2, without cancellation in either tail.
    static func upperTail(_ z: Double) -> Double {
        0.5 * erfc(z / 2.0.squareRoot())
    }

    /// P(|Z| > |z|).
    static func twoSided(_ z: Double) -> Double {
        erfc(abs(z) / 2.0.squareRoot())
    }

    /// The z that is exceeded with probability `upperTail`.
    static func quantile(upperTail: Double) -> Double {
        boost_math_normal_quantile_upper(upperTail)
    }

    /// The z that bounds a central interval of this coverage.
    static func quantile(confidence: Double) -> Double {
        quantile(upperTail: (1 - confidence) / 2)
    }
}
