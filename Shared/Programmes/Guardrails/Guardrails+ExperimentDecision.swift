import Contracts

extension Guardrails {
    /// What is watched has a margin that can be exceeded, and what adjusts a comparison is asked for (EXP-06, EXP-12).
    func checkMargins(of experiment: ExperimentPlan, _ place: DocumentValue) {
        for guardrail in experiment.guardrails where guardrail.margin > Decimal6(1) {
            place.nearest("guardrails").nearest(guardrail.subject.rawValue, under: "watch").nearest("margin").report(
                "experiment-margin", "A margin of \(guardrail.margin) can never be exceeded.",
                remedy: "Write a share from 0 % to 100 %, such as 'margin: 5 %'.")
        }
        if place.has("before"), experiment.adjustment == nil {
            place.nearest("before").report(
                "experiment-adjustment", "Days from before are named, and nothing says how they adjust the comparison.",
                remedy: "Write 'adjust: covariate' or 'adjust: change', or leave 'before' out.")
        }
    }

    /// A roll-out names a variant that was tried, by somebody who answers for the programme, once the experiment is over
    /// (EXP-15).
    func checkDecision(of experiment: ExperimentPlan, _ place: DocumentValue) {
        guard let decision = experiment.decision else { return }
        let written = place.nearest("decision")
        func refuse(_ key: String, _ message: String, _ remedy: String) {
            written.nearest(key).report("experiment-decision", message, remedy: remedy)
        }
        let variants = experiment.variants.map(\.id)
        if !variants.contains(decision.variant) {
            refuse(
                "variant", "'\(decision.variant)' is no variant of this experiment.",
                Suggestion.remedy(for: decision.variant, among: variants))
        }
        if decision.decidedOn < experiment.from {
            refuse(
                "decided", "It was decided before the experiment began.",
                "Name the day whose figures the decision rests on.")
        }
        if decision.from < decision.decidedOn {
            refuse(
                "from", "The new default would reach back before its decision.",
                "Let it begin on the day of the decision or later.")
        }
        if decision.from <= experiment.until {
            refuse(
                "from", "The new default begins while the experiment still runs.",
                "Let it begin after 'until'; who stops earlier shortens 'until' first, which is kept as a deviation.")
        }
        let owners = programme.review?.owners.map(\.rawValue) ?? []
        if !owners.isEmpty, !owners.contains(decision.by) {
            refuse(
                "by", "'\(decision.by)' does not answer for this programme.",
                Suggestion.remedy(for: decision.by, among: owners))
        }
    }
}
