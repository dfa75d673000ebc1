import Programmes
import Statistics

/// By how much a variant is worse than the control, with bounds that hold at all looks (EXP-12).
///
/// The bounds are the mixture test's, with 0.1 as the mixture's spread: harm that matters is of that size, and a margin
/// says where it begins, not how large it is. The variance of a share is that of one more worker of each kind, so that
/// "nobody so far" is not taken for certainty (A. Agresti and B. Caffo, The American Statistician 54, 2000).
struct GuardrailRule: Sendable {
    /// Units that each arm needs.
    static let least = 20.0
    static let tauSquared = 0.01
    static let alpha = 0.05

    /// The harm at one look.
    struct Look: Equatable, Sendable {
        let harm: Double
        let low: Double
        let high: Double
    }

    /// Shares of people to whom something bad happened.
    static func look(flagged: Int, of units: Int, control: Int, of controls: Int) -> Look? {
        let (n, m) = (Double(units), Double(controls))
        guard min(n, m) >= least else { return nil }
        func variance(_ count: Int, _ whole: Double) -> Double {
            let share = (Double(count) + 1) / (whole + 2)
            return share * (1 - share) / whole
        }
        return look(
            harm: Double(flagged) / n - Double(control) / m, variance: variance(flagged, n) + variance(control, m),
            alpha: alpha)
    }

    /// Any harm with its variance; nil without any.
    static func look(harm: Double, variance: Double, alpha: Double) -> Look? {
        guard let bounds = SequentialInterval(harm, variance: variance, tauSquared: tauSquared, alpha: alpha) else {
            return nil
        }
        return Look(harm: harm, low: bounds.low, high: bounds.high)
    }
}
