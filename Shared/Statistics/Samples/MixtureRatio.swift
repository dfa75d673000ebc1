import Foundation

/// The likelihood ratio of a difference under a N(0, tau^2) mixture of effects against none, and what follows from it.
///
/// LR = sqrt(V / (V + t2)) exp(t2 d^2 / (2 V (V + t2))); the interval holds the effects d0 whose LR(d - d0) stays below
/// 1/alpha: d -+ sqrt(V (V + t2) / t2 (2 ln(1/alpha) + ln(1 + t2/V))).
struct MixtureRatio {
    /// ln LR.
    let logarithm: Double
    /// Half of the interval's width.
    let reach: Double

    /// Takes a difference and its variance, which is above 0.
    init(difference: Double, variance: Double, tauSquared: Double, alpha: Double) {
        let sum = variance + tauSquared
        let shrinkage = log1p(tauSquared / variance)
        logarithm = tauSquared / sum * (difference / variance * difference) / 2 - shrinkage / 2
        reach = (variance * (sum / tauSquared) * (shrinkage - 2 * log(alpha))).squareRoot()
    }
}
