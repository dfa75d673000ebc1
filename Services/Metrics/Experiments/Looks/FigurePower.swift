import Programmes
import Statistics

/// What the looks at a figure can find (EXP-08).
enum FigurePower {
    static func reading(_ figure: FigureReading, _ pair: LookSeries.Pair) -> OutcomeComparison.Power {
        let plan = figure.facts.plan
        let effect = figure.isPrimary ? plan.smallestEffect.map { abs($0.double) } : nil
        let alpha = 0.05 / Double(max(1, figure.series.pairs.count))
        guard let (control, treatment) = variances(figure, pair),
            let tauSquared = pair.comparison.tauSquared ?? fallback(control),
            let power = SequentialPower(
                control: control, treatment: treatment, tauSquared: tauSquared, alpha: alpha)
        else {
            return OutcomeComparison.Power(
                smallestEffect: effect, power: nil, detectableEffect: nil, neededPerVariant: nil)
        }
        let sizes = (pair.control.count, pair.treatment.count)
        return OutcomeComparison.Power(
            smallestEffect: effect,
            power: effect.flatMap { power.power(of: $0, control: sizes.0, treatment: sizes.1) },
            detectableEffect: power.detectable(control: sizes.0, treatment: sizes.1),
            neededPerVariant: effect.flatMap { power.needed(for: $0) })
    }

    private static func fallback(_ variance: Double) -> Double? {
        variance > 0 ? variance / 4 : nil
    }

    /// The variances of an outcome: of what was seen; before that of what was declared.
    private static func variances(_ figure: FigureReading, _ pair: LookSeries.Pair) -> (Double, Double)? {
        let (treatment, control) = (pair.treatment, pair.control)
        if figure.series.rule.kind == .proportion, treatment.count > 0, control.count > 0 {
            let share = (treatment.notZero + control.notZero) / (treatment.count + control.count)
            if share > 0, share < 1 { return (share * (1 - share), share * (1 - share)) }
        } else if let first = control.variance, let second = treatment.variance, first + second > 0 {
            return (first, second)
        }
        let plan = figure.facts.plan
        guard figure.isPrimary else { return nil }
        if figure.rule.kind == .proportion, let base = plan.base?.double, base > 0, base < 1 {
            return (base * (1 - base), base * (1 - base))
        }
        return plan.deviation.map { ($0.double * $0.double, $0.double * $0.double) }
    }
}
