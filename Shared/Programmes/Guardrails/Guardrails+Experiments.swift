import Contracts

extension Guardrails {
    /// Experiments are large and long enough to say something, and leave alone what is owed to everybody (EXP-02,
    /// EXP-03, EXP-17, G21).
    func checkExperiments() {
        checkConcurrentExperiments()
        let kpis = root.nearest("kpis").texts(under: "id")
        for experiment in programme.experiments {
            let place = root.nearest("experiments").nearest(experiment.id, under: "id")
            checkSize(experiment, place)
            checkPower(of: experiment, place)
            checkMargins(of: experiment, place)
            checkDecision(of: experiment, place)
            let written = place.nearest("variants")
            if written.elements.count < 2 {
                written.report(
                    "experiment-variants", "There is nothing to compare with.",
                    remedy: "List at least two variants, the control first.")
            }
            if !kpis.contains(experiment.primary) {
                place.nearest("primary").report(
                    "unknown-kpi", "'\(experiment.primary)' is no KPI of this programme.",
                    remedy: Suggestion.remedy(for: experiment.primary, among: kpis))
            }
            for kpi in experiment.secondary where !kpis.contains(kpi) {
                place.nearest("secondary").report(
                    "unknown-kpi", "'\(kpi)' is no KPI of this programme.",
                    remedy: Suggestion.remedy(for: kpi, among: kpis))
            }
            for variant in experiment.variants {
                check(variant, of: experiment, written.nearest(variant.id, under: "id"))
            }
        }
    }

    private func checkSize(_ experiment: ExperimentPlan, _ place: DocumentValue) {
        if experiment.sizePerVariant < ExperimentPlan.floor, experiment.override == nil {
            place.nearest("per-variant").report(
                "experiment-floor",
                "A variant needs \(ExperimentPlan.floor) workers; \(experiment.sizePerVariant) are planned.",
                remedy: "Plan more, or write the reason as 'override'; results are labelled then.")
        }
        guard experiment.from <= experiment.until else {
            return place.nearest("until").report(
                "experiment-dates", "The experiment ends before it begins.", remedy: "Let 'until' come after 'from'.")
        }
        let days = Int(experiment.until.number - experiment.from.number) + 1
        if days < Guardrails.experimentDays {
            place.nearest("until").warn(
                "experiment-duration",
                "\(days) days are too few to see who comes back; a verdict on rehire is withheld below "
                    + "\(Guardrails.experimentDays).",
                remedy: "Let it run for 60 to 90 days.")
        }
    }

    private func check(_ variant: ExperimentVariant, of experiment: ExperimentPlan, _ place: DocumentValue) {
        let texts = place.nearest("texts")
        for (replaced, other) in variant.texts.sorted(by: { $0.key < $1.key }) {
            check(text: replaced, texts)
            check(text: other, texts.nearest(replaced))
            if isFixed(replaced) || isFixed(other) {
                texts.nearest(replaced).report(
                    "experiment-scope", "The text '\(isFixed(replaced) ? replaced : other)' is the same for everybody.",
                    remedy: "Leave safety, terms and confirmations as they are; vary the invitation or a reminder.")
            }
        }
        guard let points = variant.premiumBasisPoints else { return }
        guard let premium = programme.rewards.premium else {
            return place.nearest("premium").report(
                "experiment-scope", "There is no premium that a variant could raise.",
                remedy: "Describe it under 'rewards', or leave it out here.")
        }
        if points < programme.premiumBasisPoints(premium, in: experiment.pathway, on: experiment.from) {
            place.nearest("premium").report(
                "experiment-pay-floor", "This variant pays less than what everybody has by then.",
                remedy: "Let no variant pay less than what 'rewards' promises, or what was rolled out since.")
        }
    }

    /// Whether a text says what nobody may be told differently: safety, terms, the confirmations.
    private func isFixed(_ id: String) -> Bool {
        if [WorkerText.terms, WorkerText.independentStatus, WorkerText.optIn].contains(id) { return true }
        if id.split(whereSeparator: { "-._".contains($0) }).contains("safety") { return true }
        let steps = programme.onboarding.flatMap(\.steps).filter { $0.kind == .safety }
        return steps.contains { $0.id == id || $0.unit == id }
    }

    /// Days that an experiment needs before it says anything about rehire.
    private static let experimentDays = 60
}
