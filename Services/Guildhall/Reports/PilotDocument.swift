/// A pilot as the metrics service computes it.
struct PilotDocument: Codable, Sendable {
    var programme: String
    var title: String
    var asOf: String
    var leading: LeadingDocument?
    var funnel: FunnelDocument
    var kpis: [KPIDocument]
    var experiments: [ExperimentDocument]

    /// Prints it on one screen: the funnel, then each figure for all, by credential and by variant.
    func show() {
        print("\(title) (\(programme)) as of \(asOf)")
        leading?.show()
        print("")
        funnel.show()
        print("")
        let header = ["figure", "all", "credential held", "not held"]
        Output.table(
            header,
            kpis.map { kpi in
                let held = kpi.group(["credential": "held"])
                let without = kpi.group(["credential": "not held"])
                return [kpi.title] + [kpi.group(), held, without].map { KPIColumn.headline(kpi.kpi, $0?.figures) }
            })
        for experiment in experiments { show(experiment) }
    }

    private func show(_ experiment: ExperimentDocument) {
        print("")
        print(
            "experiment \(experiment.experiment), \(experiment.from) to \(experiment.until): \(experiment.hypothesis)")
        let variants = experiment.variants
        let sizes: [[String]] = [
            ["assigned"] + variants.map { "\($0.assigned)" }, ["exposed"] + variants.map { "\($0.exposed)" },
        ]
        let figures = experiment.kpis.map { kpi in
            [kpi.title + (kpi.kpi == experiment.primary ? " *" : "")]
                + variants.map { KPIColumn.headline(kpi.kpi, kpi.group(["variant": $0.id])?.figures) }
        }
        Output.table(["figure (* primary)"] + variants.map(\.id), sizes + figures)
        for label in experiment.standing.labels { print(label) }
        print("Verdict: \(ExperimentDocument.words(experiment.finding)).")
        for reason in experiment.finding.reasons { print("  \(reason.text)") }
    }
}
