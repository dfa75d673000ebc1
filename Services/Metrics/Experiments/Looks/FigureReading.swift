import Contracts
import Programmes
import Statistics

/// One figure of an experiment: its looks, and every variant against the control.
struct FigureReading: Sendable {
    let rule: any OutcomeRule.Type
    let series: LookSeries
    let outcomes: [ExperimentUnitOutcome]
    let facts: ExperimentFacts
    let isPrimary: Bool

    /// Reads a figure; nil where it is no value of a single worker.
    init?(_ kpi: String, _ facts: ExperimentFacts, stops: [Int: Day]) {
        guard let rule = OutcomeRules.rule(kpi) else { return nil }
        self.rule = rule
        self.facts = facts
        isPrimary = kpi == facts.plan.primary
        outcomes = facts.outcomes[kpi] ?? []
        series = LookSeries(facts, kpi, outcomes, SequentialRule(facts, rule), stops: stops)
    }

    /// The p-values by variant; nil where no look counted.
    var ps: [Double?] {
        series.pairs.map { $0.comparison.counted > 0 ? $0.comparison.p : nil }
    }

    /// The comparisons, with their p-values held against how many there are.
    func comparisons(holm: [Double?], benjaminiHochberg: [Double?]) -> [OutcomeComparison] {
        let last = min(facts.asOf, facts.lastDay(rule.kpi))
        return zip(series.pairs.indices, series.pairs).map { place, pair in
            let units = outcomes.filter { $0.maturesOn <= last && pair.takes($0) }
            let (treatment, control) = (pair.treatment, pair.control)
            return OutcomeComparison(
                kpi: rule.kpi, isPrimary: isPrimary, kind: rule.kind, scale: rule.scale,
                isLowerBetter: rule.isLowerBetter, control: facts.plan.variants[0].id,
                treatment: facts.plan.variants[pair.variant].id, controlUnits: Int(control.count),
                treatmentUnits: Int(treatment.count), controlValue: control.count > 0 ? control.mean : nil,
                treatmentValue: treatment.count > 0 ? treatment.mean : nil, estimate: pair.last.difference,
                low: pair.last.low, high: pair.last.high,
                p: pair.comparison.counted > 0 ? pair.comparison.p : nil, holm: holm[place],
                benjaminiHochberg: benjaminiHochberg[place],
                method: "mixture sequential test of \(FigureReading.words(series.rule.kind))"
                    + (facts.plan.unit == .client ? " of clients" : ""),
                fixedHorizon: FixedHorizon.reading(units, pair.variant, series.rule.kind),
                adjusted: facts.plan.adjustment.flatMap { PreAdjusted.reading(units, pair.variant, $0) },
                power: FigurePower.reading(self, pair), floor: facts.floor, isFloorMet: isFloorMet(pair.variant))
        }
    }

    /// Whether a variant and the control have the units that a verdict needs.
    func isFloorMet(_ variant: Int) -> Bool {
        [0, variant].allSatisfy { place in
            series.matured[place] >= facts.floor
                && (facts.plan.override != nil || series.workers[place] >= ExperimentPlan.floor)
        }
    }

    private static func words(_ kind: OutcomeKind) -> String {
        kind == .proportion ? "proportions, variance pooled" : "means"
    }
}

/// P-values held against how many there are, where they are defined (EXP-11).
enum AdjustedP {
    static func adjust(_ values: [Double?]) -> (holm: [Double?], benjaminiHochberg: [Double?]) {
        let known = values.compactMap { $0 }
        guard let adjusted = try? MultipleTesting.evaluate(.init(pValues: known)) else {
            return (values.map { _ in nil }, values.map { _ in nil })
        }
        func spread(_ numbers: [Double]) -> [Double?] {
            var rest = numbers[...]
            return values.map { $0 == nil ? nil : rest.popFirst() }
        }
        return (spread(adjusted.holm), spread(adjusted.benjaminiHochberg))
    }
}
