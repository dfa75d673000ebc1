import Programmes
import Statistics

/// The comparison with what was known before the variant was met (EXP-06).
enum PreAdjusted {
    static func reading(
        _ units: [ExperimentUnitOutcome], _ variant: Int, _ adjustment: PreAdjustment
    ) -> OutcomeComparison.Adjusted? {
        let known = units.compactMap(\.pre)
        guard !known.isEmpty else { return nil }
        switch adjustment {
        case .covariate: return covariate(units, variant, known)
        case .change: return change(units, variant, known.count)
        }
    }

    /// Who has no value from before counts as average, which changes nothing where nothing is known.
    private static func covariate(
        _ units: [ExperimentUnitOutcome], _ variant: Int, _ known: [Double]
    ) -> OutcomeComparison.Adjusted? {
        let average = known.sorted().reduce(0, +) / Double(known.count)
        let (treatment, control) = arms(units, variant)
        guard
            let result = try? Cuped.evaluate(
                .init(
                    yTreatment: treatment.map(\.value), xTreatment: treatment.map { $0.pre ?? average },
                    yControl: control.map(\.value), xControl: control.map { $0.pre ?? average }))
        else { return nil }
        return OutcomeComparison.Adjusted(
            by: PreAdjustment.covariate.rawValue, estimate: result.difference, low: result.low, high: result.high,
            p: result.twoSided, varianceReduction: result.varianceReduction, withValue: known.count,
            units: units.count, method: "covariate adjustment (CUPED), then Welch's t test")
    }

    private static func change(
        _ units: [ExperimentUnitOutcome], _ variant: Int, _ known: Int
    ) -> OutcomeComparison.Adjusted? {
        let (treatment, control) = arms(units.filter { $0.pre != nil }, variant)
        let before = (treatment.compactMap(\.pre), control.compactMap(\.pre))
        guard
            let result = try? PrePostDifference.evaluate(
                .init(
                    preTreatment: before.0, postTreatment: treatment.map(\.value), preControl: before.1,
                    postControl: control.map(\.value)))
        else { return nil }
        return OutcomeComparison.Adjusted(
            by: PreAdjustment.change.rawValue, estimate: result.difference, low: result.low, high: result.high,
            p: result.twoSided, varianceReduction: nil, withValue: known, units: units.count,
            method: "Welch's t test of changes")
    }

    private static func arms(
        _ units: [ExperimentUnitOutcome], _ variant: Int
    ) -> (treatment: [ExperimentUnitOutcome], control: [ExperimentUnitOutcome]) {
        (units.filter { $0.variant == variant }, units.filter { $0.variant != variant })
    }
}
