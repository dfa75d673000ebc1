import Contracts
import Programmes
import Statistics

/// The looks at one figure, a day at a time from the first day on: O(units + days).
struct LookSeries: Sendable {
    /// A variant and the control as they are compared with each other.
    ///
    /// Once a variant is stopped, later units of the control have nobody beside them and are left out.
    struct Pair: Sendable {
        let variant: Int
        let stop: Day?
        var treatment = RunningSample()
        var control = RunningSample()
        var comparison: SequentialComparison
        var last = SequentialComparison.Look(p: 1)

        func takes(_ unit: ExperimentUnitOutcome) -> Bool {
            (unit.variant == variant || unit.variant == 0) && (stop.map { unit.metOn <= $0 } ?? true)
        }
    }

    let rule: SequentialRule
    private(set) var looks: [ExperimentLook] = []
    private(set) var pairs: [Pair]
    private(set) var matured: [Int]
    private(set) var workers: [Int]
    /// The ratio on the last day.
    private(set) var ratio: SampleRatioReading

    /// Looks at outcomes, sorted by the day on which they mature.
    ///
    /// - Parameter stops: the day on which a guardrail stopped a variant, by its place.
    init(
        _ facts: ExperimentFacts, _ kpi: String, _ outcomes: [ExperimentUnitOutcome], _ rule: SequentialRule,
        stops: [Int: Day]
    ) {
        let plan = facts.plan
        self.rule = rule
        pairs = plan.variants.indices.dropFirst().map {
            Pair(variant: $0, stop: stops[$0], comparison: SequentialComparison(rule))
        }
        (matured, workers) = (plan.variants.map { _ in 0 }, plan.variants.map { _ in 0 })
        var counts = MeetingCount(plan, facts.meetings)
        ratio = .none(plan)
        // After a variant is stopped the others go on filling alone, so the ratio stays as it was by then.
        let firstStop = stops.values.min()
        var held: SampleRatioReading?
        var next = outcomes.startIndex
        var day = plan.from
        let last = min(facts.asOf, facts.lastDay(kpi))
        while day <= last {
            let now = counts.advance(to: day)
            if let firstStop, day >= firstStop, held == nil { held = now }
            ratio = held ?? now
            while next < outcomes.endIndex, outcomes[next].maturesOn <= day {
                take(outcomes[next])
                next += 1
            }
            look(day, met: counts.met, facts.floor)
            day = day.adding(days: 1)
        }
    }

    private mutating func take(_ unit: ExperimentUnitOutcome) {
        matured[unit.variant] += 1
        workers[unit.variant] += unit.workers
        for place in pairs.indices where pairs[place].takes(unit) {
            if unit.variant == 0 {
                pairs[place].control.add(unit.value)
            } else {
                pairs[place].treatment.add(unit.value)
            }
        }
    }

    private mutating func look(_ day: Day, met: [Int], _ floor: Int) {
        for place in pairs.indices {
            pairs[place].last = pairs[place].comparison.look(
                pairs[place].treatment, pairs[place].control, isBlocked: ratio.isMismatch)
        }
        looks.append(
            ExperimentLook(
                day: day, units: matured, met: met, ratioP: ratio.p, isBlocked: ratio.isMismatch,
                readings: pairs.map { pair in reading(pair, floor) }))
    }

    private func reading(_ pair: Pair, _ floor: Int) -> ExperimentLook.Reading {
        let look = pair.last
        let exclusion: LookExclusion? =
            switch look.exclusion {
            case .belowFloor(let units)?: .belowFloor(units: units, floor: floor)
            case .blocked?: .ratioFails(p: ratio.p ?? 0)
            case .rare(let outcomes)?: .rare(outcomes: outcomes, least: rule.leastRare)
            case .noVariance?: .noVariance
            case nil: nil
            }
        return ExperimentLook.Reading(
            variant: ratio.variants[pair.variant], estimate: look.difference, low: look.low, high: look.high,
            p: look.p, exclusion: exclusion)
    }
}

extension SequentialRule {
    /// The rule by which a figure of an experiment is looked at, fixed by the plan.
    ///
    /// The mixture's spread is the smallest effect of interest of the primary figure: with eight tenths of power at the
    /// planned size V is about (effect / 2.8)^2, and the interval is narrowest where tau^2 / V is about 8.3. Where none
    /// is declared it is 0.1 for shares and half a standard deviation for other values.
    init(_ facts: ExperimentFacts, _ rule: any OutcomeRule.Type) {
        let plan = facts.plan
        // The means of whole clients are no yes or no.
        let kind = plan.unit == .client ? .mean : rule.kind
        var mixture = rule.kind == .proportion ? Mixture.effect(0.1) : .halfDeviation
        if rule.kpi == plan.primary {
            if let effect = plan.smallestEffect?.double, effect != 0 {
                mixture = .effect(effect)
            } else if rule.kind != .proportion, let deviation = plan.deviation?.double, deviation > 0 {
                mixture = .effect(deviation / 2)
            }
        }
        self.init(kind: kind, mixture: mixture, floor: facts.floor)
    }
}
