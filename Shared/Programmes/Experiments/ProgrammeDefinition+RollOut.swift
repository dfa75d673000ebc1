import Contracts

extension ExperimentPlan {
    /// The variant that everybody follows who is invited or awarded on a day, once one is rolled out (EXP-15).
    public func rolledOut(on day: Day) -> ExperimentVariant? {
        guard let decision, decision.from <= day else { return nil }
        return variants.first { $0.id == decision.variant }
    }
}

extension ProgrammeDefinition {
    /// The variants of these ids, by experiment, the ones that ended first in front: what a later one says counts.
    public func chosen(_ variants: [String: String]) -> [ExperimentVariant] {
        experiments.filter { variants[$0.id] != nil }.sorted { ($0.until, $0.id) < ($1.until, $1.id) }
            .compactMap { plan in plan.variants.first { $0.id == variants[plan.id] } }
    }

    /// The highest rate of a premium that was rolled out for a pathway by a day, in hundredths of a percent (EXP-15).
    ///
    /// - Parameter pathway: any of them where it is nil.
    public func rolledOutBasisPoints(in pathway: String?, on day: Day) -> Int64? {
        experiments.filter { $0.pathway == nil || pathway == nil || $0.pathway == pathway }
            .compactMap { $0.rolledOut(on: day)?.premiumBasisPoints }.max()
    }

    /// The rate that a premium has for everybody in a pathway on a day, in hundredths of a percent: the programme's, or
    /// what was rolled out since.
    ///
    /// - Parameters:
    ///   - pathway: any of them where it is nil.
    ///   - day: nil where nothing that was rolled out counts.
    public func premiumBasisPoints(_ premium: Premium, in pathway: String?, on day: Day?) -> Int64 {
        max(premium.rateBasisPoints, day.flatMap { rolledOutBasisPoints(in: pathway, on: $0) } ?? 0)
    }
}
