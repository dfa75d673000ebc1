import Contracts
import Statistics

extension Guardrails {
    /// Whether as many are planned as it takes to find the smallest difference that would matter (EXP-08).
    func checkPower(of experiment: ExperimentPlan, _ place: DocumentValue) {
        let isShare = Guardrails.shares.contains(experiment.primary)
        if isShare, let base = experiment.base, base > Decimal6(1) {
            return place.nearest("base").report(
                "experiment-base", "'\(experiment.primary)' is a share, and \(base) is more than the whole.",
                remedy: "Write it as a share, such as 'base: 40 %' or 'base: 0.4'.")
        }
        guard let effect = experiment.smallestEffect else {
            return place.warn(
                "experiment-effect", "Nothing says which difference would matter, so its size cannot be planned.",
                remedy: "Write 'base: 40 %' and 'smallest-effect: 12 %', in the unit of the primary figure.")
        }
        guard effect > .zero else {
            return place.nearest("smallest-effect").report(
                "experiment-effect", "A difference of nothing cannot be found.",
                remedy: "Write the smallest difference that would matter, such as 'smallest-effect: 12 %'.")
        }
        guard let outcome = outcome(of: experiment, isShare: isShare) else {
            return place.warn(
                "experiment-size",
                isShare
                    ? "The share that the control is expected to reach is missing, so the needed number is not known."
                    : "How far workers' values lie apart is missing, so the needed number is not known.",
                remedy: isShare ? "Write it, such as 'base: 40 %'." : "Write their standard deviation as 'deviation'.")
        }
        do {
            try warn(
                of: experiment,
                SizePlan(outcome, effect: effect.double, variants: max(2, experiment.variants.count)), place)
        } catch {
            place.nearest("smallest-effect").report(
                "experiment-effect", "The number that is needed cannot be worked out: \(error).",
                remedy: "Write a difference that the primary figure can have.")
        }
    }

    private func outcome(of experiment: ExperimentPlan, isShare: Bool) -> SizePlan.Outcome? {
        if isShare { return experiment.base.map { .share(base: $0.double) } }
        return experiment.deviation.flatMap { $0 > .zero ? .mean(deviation: $0.double) : nil }
    }

    private func warn(
        of experiment: ExperimentPlan, _ plan: SizePlan, _ place: DocumentValue
    ) throws(StatisticsError) {
        let needed = try plan.needed(.once)
        guard needed.map({ $0 > experiment.sizePerVariant }) ?? true else { return }
        let isShare = if case .share = plan.outcome { true } else { false }
        let number = needed.map { "\($0)" } ?? "more than can be counted"
        let found = try plan.smallestEffect(perVariant: experiment.sizePerVariant).map {
            "with \(experiment.sizePerVariant) the smallest difference found four times out of five is about "
                + DifferenceText.text(of: $0, isShare: isShare)
        }
        let always = try plan.needed(.always).map { "; up to \($0) where it is looked at every day" } ?? ""
        let clusters =
            experiment.unit == .client
            ? " Whole clients are assigned: their workers are alike, so it takes more than that." : ""
        place.nearest("per-variant").warn(
            "experiment-size",
            "You plan \(experiment.sizePerVariant) in each; \(number) are needed to find a difference of "
                + DifferenceText.text(of: plan.effect, isShare: isShare) + always + "; "
                + (found ?? "with \(experiment.sizePerVariant) no difference is found so often") + ".\(clusters)",
            remedy: "Plan as many, or name a larger difference as 'smallest-effect'.")
        if experiment.sizePerVariant == ExperimentPlan.floor {
            place.nearest("per-variant").warn(
                "experiment-floor",
                "The floor of \(ExperimentPlan.floor) is not enough here: it keeps a result from being labelled, and "
                    + "finds only large differences.",
                remedy: "Plan the number that is needed; the floor is no plan.")
        }
    }

    /// Figures that are a share of workers; the others need to know how far workers lie apart.
    private static let shares: Set<String> = ["participation", "completion", "rehire", "clearance"]
}

extension Decimal6 {
    /// As a floating-point number, for planning only.
    fileprivate var double: Double { Double(millionths) / Double(Decimal6.one) }
}
