import Statistics

/// The comparison as if it had been looked at once (EXP-07).
enum FixedHorizon {
    static func reading(
        _ units: [ExperimentUnitOutcome], _ variant: Int, _ kind: OutcomeKind
    ) -> OutcomeComparison.FixedHorizon? {
        let known = units.map {
            ExperimentUnit(arm: $0.variant == variant ? "treatment" : "control", outcome: $0.value)
        }
        guard let report = try? ExperimentAnalysis.analyse(known, ExperimentQuestion(kind: kind, control: "control")),
            let comparison = report.comparisons.first
        else { return nil }
        return OutcomeComparison.FixedHorizon(
            measure: comparison.measure, estimate: comparison.estimate, low: comparison.low, high: comparison.high,
            p: comparison.p, method: comparison.method)
    }
}
