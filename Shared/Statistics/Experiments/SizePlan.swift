import Foundation

/// How many units an experiment needs to find the smallest difference that would matter (EXP-08).
///
/// With several variants beside the control each is compared with it, and alpha is divided among the comparisons, so
/// that the plan holds for the smallest of Holm's levels.
public struct SizePlan: Hashable, Sendable {
    /// What is measured of a unit.
    public enum Outcome: Hashable, Sendable {
        /// Yes or no: the share that the control is expected to reach, from 0 to 1.
        case share(base: Double)
        /// A number, with its standard deviation.
        case mean(deviation: Double)
    }

    /// How often is looked.
    public enum Looks: Hashable, Sendable {
        /// Once, at a time fixed beforehand: z-test, two-sided.
        case once
        /// As often as one likes, by ``MixtureSequentialTest`` with tau = the smallest difference.
        ///
        /// The size is the one at which the last look alone would do; whoever looks before may be done earlier, so it is
        /// an upper bound.
        case always
    }

    /// What is measured.
    public let outcome: Outcome
    /// The smallest difference that would matter, above 0, in the unit of the outcome.
    public let effect: Double
    /// The chance of a false alarm.
    public let alpha: Double
    /// The chance to find the difference.
    public let power: Double
    /// The variants, with the control.
    public let variants: Int

    /// A plan.
    ///
    /// - Throws: where a number makes no sense, by its name.
    public init(
        _ outcome: Outcome, effect: Double, alpha: Double = 0.05, power: Double = 0.8, variants: Int = 2
    ) throws(StatisticsError) {
        try Check.positive(effect, "effect")
        try Check.level(alpha, "alpha")
        try Check.level(power, "power")
        guard variants >= 2 else { throw StatisticsError("variants", "must be 2 or more") }
        switch outcome {
        case .share(let base):
            try Check.probability(base, "base")
            guard base + effect <= 1 + SizePlan.slack || base - effect >= -SizePlan.slack else {
                throw StatisticsError("effect", "leaves no share from 0 to 1 above or below the base")
            }
        case .mean(let deviation): try Check.positive(deviation, "deviation")
        }
        (self.outcome, self.effect, self.alpha) = (outcome, effect, alpha)
        (self.power, self.variants) = (power, variants)
    }

    /// The chance of a false alarm that each comparison may take.
    public var level: Double { alpha / Double(variants - 1) }

    /// Units that a variant needs, at least 2; nil beyond what can be counted.
    public func needed(_ looks: Looks) throws(StatisticsError) -> Int? {
        switch looks {
        case .once: try neededOnce(effect)
        case .always: neededAlways()
        }
    }

    /// The chance that a comparison of so many units a variant finds the smallest difference.
    public func power(perVariant units: Int, _ looks: Looks) -> Double {
        let spread = Spread(outcome, effect, units: Double(units))
        let bound =
            switch looks {
            case .once: Normal.quantile(upperTail: level / 2) * spread.null.squareRoot()
            case .always: width(spread.null)
            }
        guard spread.alternative > 0 else { return bound < effect ? 1 : 0 }
        let error = spread.alternative.squareRoot()
        return Normal.upperTail((bound - effect) / error) + Normal.upperTail((bound + effect) / error)
    }

    /// The smallest difference that one look at so many units a variant finds with the power wanted, to a millionth of
    /// its range; nil where not even the largest would be found.
    public func smallestEffect(perVariant units: Int) throws(StatisticsError) -> Double? {
        var (low, high) = (0.0, largestEffect)
        guard let least = try neededOnce(high), least <= units else { return nil }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            let isEnough = try neededOnce(middle).map { $0 <= units } ?? false
            if isEnough { high = middle } else { low = middle }
        }
        return high
    }

    /// The largest difference that there can be: of shares in the direction of the plan, of means fifty deviations.
    private var largestEffect: Double {
        switch outcome {
        case .share(let base): Spread.rises(base, effect) ? 1 - base : base
        case .mean(let deviation): 50 * deviation
        }
    }

    private func neededOnce(_ effect: Double) throws(StatisticsError) -> Int? {
        let size: Double?
        switch outcome {
        case .share(let base):
            let other = Spread.rises(base, self.effect) ? min(1, base + effect) : max(0, base - effect)
            size = try SampleSizeProportions.evaluate(.init(p1: base, p2: other, alpha: level, power: power))
                .group1Ceiling
        case .mean(let deviation):
            size = try SampleSizeMeans.evaluate(.init(difference: effect, sd: deviation, alpha: level, power: power))
                .perArmCeiling
        }
        guard let size, size < SizePlan.countable else { return nil }
        return max(2, Int(size))
    }

    private func neededAlways() -> Int? {
        var high = 2
        while power(perVariant: high, .always) < power {
            high *= 2
            if Double(high) >= SizePlan.countable { return nil }
        }
        var low = high / 2
        while low + 1 < high {
            let middle = (low + high) / 2
            if power(perVariant: middle, .always) < power { low = middle } else { high = middle }
        }
        return high
    }

    /// Half the width of the always-valid interval at a variance of the difference.
    private func width(_ variance: Double) -> Double {
        let tau = effect * effect
        return (variance * ((variance + tau) / tau) * (log1p(tau / variance) - 2 * log(level))).squareRoot()
    }

    private static let countable = 1e15
    /// Twelve digits of 1: what sums of decimal shares may lack.
    private static let slack = 1e-12
}

extension SizePlan {
    /// The variance of a difference between two arms of so many units.
    private struct Spread {
        /// As a test takes it that supposes no difference.
        let null: Double
        /// With the difference there.
        let alternative: Double

        init(_ outcome: Outcome, _ effect: Double, units: Double) {
            switch outcome {
            case .share(let base):
                let other = Spread.rises(base, effect) ? min(1, base + effect) : max(0, base - effect)
                let variance = ProportionVariance(p1: base, p2: other, ratio: 1)
                (null, alternative) = (variance.null / units, variance.alternative / units)
            case .mean(let deviation):
                null = 2 * deviation * deviation / units
                alternative = null
            }
        }

        /// Whether a share can be looked for above the base; below it otherwise.
        static func rises(_ base: Double, _ effect: Double) -> Bool { base + effect <= 1 + SizePlan.slack }
    }
}
