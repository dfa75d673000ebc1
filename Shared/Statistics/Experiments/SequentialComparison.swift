import Foundation

/// An arm against the control, looked at as often as one likes while units come in.
///
/// Every look is one of ``MixtureSequentialTest`` with V = p (1 - p) (1/n_a + 1/n_b) for a proportion, p being the
/// share of both arms together, so that V is right where there is no effect; and V = s_a^2/n_a + s_b^2/n_b for other
/// outcomes. The p-value is the running minimum over the looks that count. Units must enter once, with a value that
/// stays: then the difference over its variance has independent increments, which is what the test rests on.
public struct SequentialComparison: Hashable, Sendable {
    /// Why a look does not count.
    public enum Exclusion: Hashable, Sendable {
        /// The smaller arm has so many units, fewer than the floor.
        case belowFloor(Int)
        /// Somebody found that the arms did not fill as meant.
        case blocked
        /// So many units have the rarer outcome, fewer than are needed.
        case rare(Int)
        /// The values do not vary.
        case noVariance
    }

    /// What may be said at a look.
    public struct Look: Hashable, Sendable {
        /// Treatment less control; nil while an arm is empty.
        public var difference: Double?
        /// The lower bound, valid at all looks together; nil where the look does not count.
        public var low: Double?
        /// The upper bound.
        public var high: Double?
        /// The running p-value; 1 before a look has counted.
        public var p: Double
        /// Why it does not count; nil where it does.
        public var exclusion: Exclusion?

        /// Nothing seen yet, with the running p-value of before.
        public init(p: Double) {
            self.p = p
        }
    }

    /// By what rule.
    public let rule: SequentialRule
    /// The running p-value; 1 before a look has counted.
    public private(set) var p = 1.0
    /// How many looks counted.
    public private(set) var counted = 0
    /// The variance of the mixture; nil before it is fixed.
    public private(set) var tauSquared: Double?

    /// Nothing looked at yet.
    public init(_ rule: SequentialRule) {
        self.rule = rule
        if case .effect(let effect) = rule.mixture, effect != 0 { tauSquared = effect * effect }
    }

    /// Looks at the arms as they are now.
    public mutating func look(
        _ treatment: RunningSample, _ control: RunningSample, isBlocked: Bool = false
    ) -> Look {
        var look = Look(p: p)
        if treatment.count > 0, control.count > 0 { look.difference = treatment.mean - control.mean }
        look.exclusion = exclusion(treatment, control)
        guard look.exclusion == nil, let difference = look.difference else { return look }
        guard let variance = rule.variance(treatment, control), variance > 0, let tauSquared = tau(treatment, control)
        else {
            look.exclusion = .noVariance
            return look
        }
        if isBlocked {
            look.exclusion = .blocked
            return look
        }
        self.tauSquared = tauSquared
        let ratio = MixtureRatio(
            difference: difference, variance: variance, tauSquared: tauSquared, alpha: rule.alpha)
        counted += 1
        p = min(p, exp(-ratio.logarithm))
        (look.low, look.high, look.p) = (difference - ratio.reach, difference + ratio.reach, p)
        return look
    }

    private func exclusion(_ treatment: RunningSample, _ control: RunningSample) -> Exclusion? {
        let smaller = min(treatment.count, control.count)
        if smaller < Double(max(2, rule.floor)) { return .belowFloor(Int(smaller)) }
        if rule.kind == .mean { return nil }
        let others = treatment.notZero + control.notZero
        let zeros = treatment.count + control.count - others
        let rarer = rule.kind == .proportion ? min(others, zeros) : others
        return rarer < Double(rule.leastRare) ? .rare(Int(rarer)) : nil
    }

    private func tau(_ treatment: RunningSample, _ control: RunningSample) -> Double? {
        if let tauSquared { return tauSquared }
        guard let first = treatment.variance, let second = control.variance else { return nil }
        let pooled =
            (first * (treatment.count - 1) + second * (control.count - 1)) / (treatment.count + control.count - 2)
        return pooled > 0 ? pooled / 4 : nil
    }
}

extension SequentialRule {
    /// The variance of the difference; nil where an arm has too few units.
    func variance(_ treatment: RunningSample, _ control: RunningSample) -> Double? {
        if kind == .proportion {
            let whole = treatment.count + control.count
            guard treatment.count > 0, control.count > 0 else { return nil }
            let share = (treatment.notZero + control.notZero) / whole
            return share * (1 - share) * (1 / treatment.count + 1 / control.count)
        }
        guard let first = treatment.variance, let second = control.variance else { return nil }
        return first / treatment.count + second / control.count
    }
}
