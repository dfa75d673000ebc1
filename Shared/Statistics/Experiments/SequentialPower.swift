import Foundation

/// What looks with the mixture test can find.
///
/// A look at variance V finds a difference beyond the reach w(V) of its interval, so the chance to find d there is
/// Phi((d - w)/sqrt V) + Phi((-d - w)/sqrt V). Earlier looks add to it, so it is what there is at least.
public struct SequentialPower: Hashable, Sendable {
    private let controlVariance: Double
    private let treatmentVariance: Double
    private let tauSquared: Double
    private let alpha: Double

    /// Takes the variance of one unit's outcome in either arm, the mixture's variance and the chance of a false alarm.
    public init?(control: Double, treatment: Double, tauSquared: Double, alpha: Double = 0.05) {
        guard control + treatment > 0, control >= 0, treatment >= 0, tauSquared > 0, alpha > 0, alpha < 1 else {
            return nil
        }
        (controlVariance, treatmentVariance) = (control, treatment)
        (self.tauSquared, self.alpha) = (tauSquared, alpha)
    }

    /// The chance to find a difference with so many units.
    public func power(of effect: Double, control: Double, treatment: Double) -> Double? {
        guard control > 0, treatment > 0 else { return nil }
        let variance = controlVariance / control + treatmentVariance / treatment
        let (error, reach) = (variance.squareRoot(), reach(variance))
        return Normal.upperTail((reach - effect) / error) + Normal.upperTail((reach + effect) / error)
    }

    /// The difference that is found four times out of five with so many units.
    public func detectable(control: Double, treatment: Double) -> Double? {
        guard control > 0, treatment > 0 else { return nil }
        let variance = controlVariance / control + treatmentVariance / treatment
        return reach(variance) - Normal.quantile(upperTail: 0.8) * variance.squareRoot()
    }

    /// Units that each arm needs to find a difference four times out of five; nil where more than 100 million do not
    /// suffice.
    public func needed(for effect: Double) -> Int? {
        guard effect != 0, effect.isFinite else { return nil }
        func suffices(_ units: Int) -> Bool {
            detectable(control: Double(units), treatment: Double(units)).map { $0 <= abs(effect) } ?? false
        }
        var (low, high) = (1, 100_000_000)
        guard suffices(high) else { return nil }
        while low < high {
            let middle = (low + high) / 2
            if suffices(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func reach(_ variance: Double) -> Double {
        MixtureRatio(difference: 0, variance: variance, tauSquared: tauSquared, alpha: alpha).reach
    }
}
