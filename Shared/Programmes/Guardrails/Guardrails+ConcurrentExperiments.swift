import Contracts

extension Guardrails {
    /// Experiments that run at the same time share no worker, or say that they do by design; and they are few (EXP-14).
    func checkConcurrentExperiments() {
        let experiments = programme.experiments
        for (position, experiment) in experiments.enumerated() {
            let place = root.nearest("experiments").nearest(experiment.id, under: "id")
            if let namespace = experiment.namespace, namespace.from >= namespace.until {
                place.nearest("namespace").report(
                    "experiment-namespace", "From \(namespace.from) until \(namespace.until) there is no place.",
                    remedy: "Let 'until' come after 'from'; 'from: 0, until: 50' is the first half of the workers.")
            }
            for partner in experiment.factorialWith where partner == experiment.id || !isExperiment(partner) {
                place.nearest("with").report(
                    "unknown-experiment", "'\(partner)' is no other experiment of this programme.",
                    remedy: Suggestion.remedy(
                        for: partner, among: experiments.map(\.id).filter { $0 != experiment.id }))
            }
            for other in experiments.prefix(position) where other.id != experiment.id {
                checkOverlap(of: experiment, other, place)
            }
            checkQuarters(of: experiment, after: experiments.prefix(position), place)
        }
    }

    private func isExperiment(_ id: String) -> Bool { programme.experiment(id) != nil }

    private func checkOverlap(of experiment: ExperimentPlan, _ other: ExperimentPlan, _ place: DocumentValue) {
        guard experiment.overlaps(other) else { return }
        if experiment.factorialWith.contains(other.id), other.factorialWith.contains(experiment.id) {
            return checkFactorial(experiment, other, place)
        }
        if experiment.isApart(from: other) { return }
        let reason =
            if experiment.factorialWith.contains(other.id) || other.factorialWith.contains(experiment.id) {
                "only one of them names the other"
            } else if experiment.unit != other.unit {
                "one assigns workers and the other whole clients"
            } else if let namespace = experiment.namespace, namespace.id == other.namespace?.id {
                "their places overlap"
            } else {
                "they are not in one namespace"
            }
        place.nearest(experiment.namespace == nil ? "from" : "namespace").report(
            "experiment-overlap", "It runs with the same workers as '\(other.id)': \(reason).",
            remedy: "Give both the same namespace and places of their own, such as 0 to 50 and 50 to 100; or, for a "
                + "factorial design, let each name the other as 'with'.")
    }

    /// Whoever is in both gets what both say, so they may not say it of the same thing.
    private func checkFactorial(_ experiment: ExperimentPlan, _ other: ExperimentPlan, _ place: DocumentValue) {
        if experiment.unit != other.unit {
            place.nearest("with").report(
                "experiment-overlap",
                "'\(other.id)' assigns whole \(other.unit.rawValue)s and this one \(experiment.unit.rawValue)s.",
                remedy: "Let a factorial design assign the same unit in both.")
        }
        let shared = experiment.varied.intersection(other.varied).sorted()
        if let first = shared.first {
            place.nearest("variants").report(
                "experiment-overlap", "'\(other.id)' varies \(first) too, and nobody can be given both.",
                remedy: "Let a factorial design vary different things, or give both places of their own.")
        }
    }

    private func checkQuarters(
        of experiment: ExperimentPlan, after others: ArraySlice<ExperimentPlan>, _ place: DocumentValue
    ) {
        guard experiment.override == nil else { return }
        let known = others.filter { $0.override == nil }
        let full = experiment.quarters.first { quarter in
            known.count { $0.quarters.contains(quarter) } >= Guardrails.experimentsPerQuarter
        }
        guard let full else { return }
        place.nearest("from").report(
            "experiment-quarter",
            "More than \(Guardrails.experimentsPerQuarter) experiments run in \(full.text): each has few workers, and "
                + "nobody follows what was tried on whom.",
            remedy: "Move it to another quarter, or write the reason as 'override'.")
    }

    /// Experiments of a programme that may run in one calendar quarter.
    private static let experimentsPerQuarter = 2
}

extension ExperimentPlan {
    /// Whether there is a day and a pathway in which both can meet a worker.
    fileprivate func overlaps(_ other: ExperimentPlan) -> Bool {
        from <= other.until && other.from <= until
            && (pathway == nil || other.pathway == nil || pathway == other.pathway)
    }

    /// Whether no unit can take part in both.
    fileprivate func isApart(from other: ExperimentPlan) -> Bool {
        guard unit == other.unit, let namespace, let second = other.namespace, namespace.id == second.id else {
            return false
        }
        return namespace.until <= second.from || second.until <= namespace.from
    }

    /// What its variants differ in.
    fileprivate var varied: Set<String> {
        variants.reduce(into: []) { varied, variant in
            varied.formUnion(variant.texts.keys.map { "the text '\($0)'" })
            if variant.premiumBasisPoints != nil { varied.insert("the premium") }
        }
    }

    /// The calendar quarters in which it runs, in order; no more than ten years of them.
    fileprivate var quarters: [Quarter] {
        var quarters: [Quarter] = []
        var day = from
        while day <= until, quarters.count < 40 {
            let quarter = Quarter(of: day)
            quarters.append(quarter)
            guard let first = Day(year: quarter.year, month: quarter.number * 3 - 2, day: 1) else { break }
            day = first.adding(months: 3)
        }
        return quarters
    }
}
