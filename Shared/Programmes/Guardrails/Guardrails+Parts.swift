extension Guardrails {
    /// The five parts of a programme, each of which a launch needs (PRG-01).
    func checkParts() {
        for place in root.nearest("pathways").elements {
            if !place.has("assessment") {
                missing("assessment", "the pathway is not assessed", "Describe the pathway's 'assessment'.", place)
            }
            if !place.has("units") {
                missing("curriculum", "the pathway has no units", "List the pathway's 'units'.", place)
            }
            if !place.has("invitation") {
                missing("delivery", "nobody is invited to the pathway", "Write the pathway's 'invitation'.", place)
            }
        }
        if !root.has("texts") {
            missing("delivery", "workers are shown nothing", "Write the 'texts' that they are shown.", root)
        }
        if !root.has("reminders") {
            missing("delivery", "nobody is reminded", "Write 'reminders: {every: 48 hours, text: reminder}'.", root)
        }
        if !root.has("objectives") {
            missing("measurement", "it has no objective", "List its 'objectives'.", root)
        }
        if !root.has("kpis") {
            missing("measurement", "it has no figure to be judged by", "List its 'kpis'.", root)
        }
        if !root.has("governance") {
            missing(
                "governance", "nobody answers for it",
                "Write 'governance: {owners: [learning, legal], review: 30 days}'.", root)
        }
    }

    /// Objectives, the figures behind them, and the four answers (PRG-17, PRG-18, MET-19).
    func checkMeasurement() {
        if !root.has("diagnosis") {
            root.report(
                "diagnosis", "The four answers before a programme are missing.",
                remedy: "Write 'diagnosis' with 'skill', 'time', 'means' and 'measure'.")
        }
        let measured = Set(programme.kpis.map(\.objective))
        for objective in programme.objectives where !measured.contains(objective) {
            root.nearest("objectives").report(
                "objective-kpi", "No figure measures '\(objective.rawValue)'.",
                remedy: "Add a KPI with 'objective: \(objective.rawValue)', or leave the objective out.")
        }
        let kpis = root.nearest("kpis")
        for kpi in programme.kpis where !programme.objectives.contains(kpi.objective) {
            kpis.nearest(kpi.id, under: "id").report(
                "objective-kpi", "'\(kpi.objective.rawValue)' is no objective of this programme.",
                remedy: "Add it to 'objectives', or measure one that stands there.")
        }
        for kpi in programme.kpis { checkGoal(of: kpi, kpis.nearest(kpi.id, under: "id")) }
        let written = kpis.elements
        guard root.has("kpis"), written.count == programme.kpis.count else { return }
        if !(3...5).contains(written.count) {
            kpis.report(
                "kpi-count", "A programme is judged by 3 to 5 figures, not by \(written.count).",
                remedy: "Keep those that decide whether it goes on.")
        }
        let leading = programme.kpis.filter(\.isLeading)
        if leading.count != 1 {
            let found = leading.isEmpty ? "none" : leading.map { "'\($0.id)'" }.joined(separator: " and ")
            kpis.report(
                "leading-kpi", "Exactly one figure is the leading indicator; here it is \(found).",
                remedy: "Write 'leading: yes' at the one that moves first.")
        }
    }

    /// The aim lies where the figure becomes better (EXP-16).
    private func checkGoal(of kpi: ProgrammeKPI, _ place: DocumentValue) {
        guard let goal = kpi.goal, let baseline = kpi.baseline else { return }
        let isLower = Guardrails.lowerIsBetter.contains(kpi.id)
        guard isLower ? goal > baseline : goal < baseline else { return }
        place.nearest("goal").report(
            "kpi-goal",
            "The goal \(goal) is worse than the baseline \(baseline): \(isLower ? "lower" : "higher") is "
                + "better here.",
            remedy: "Write the value from which on the aim is reached.")
    }

    /// Figures that become better as they fall.
    private static let lowerIsBetter: Set<String> = ["time-to-fill", "first-week-errors", "incidents"]

    private func missing(_ part: String, _ what: String, _ remedy: String, _ place: DocumentValue) {
        place.report("five-parts", "The part '\(part)' is incomplete: \(what).", remedy: remedy)
    }
}
