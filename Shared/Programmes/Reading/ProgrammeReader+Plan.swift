extension ProgrammeReader {
    /// The parts that only a programme delivered by Guildhall has.
    func plan(_ mapping: DocumentMapping, among pathways: Set<String>) -> ProgrammePlan {
        var plan = ProgrammePlan()
        if let place = mapping.value("languages") {
            plan.languages = distinct(place, of: PageLanguage.self, "A language")
        }
        plan.texts = texts(mapping.value("texts"))
        plan.objectives = distinct(mapping.value("objectives"), of: Objective.self, "An objective")
        plan.diagnosis = mapping.value("diagnosis").flatMap { $0.mapping() }.flatMap { diagnosis($0) }
        plan.kpis = kpis(mapping.value("kpis"))
        plan.onboarding = onboarding(mapping.value("onboarding"), among: pathways)
        plan.reminders = mapping.value("reminders").flatMap { $0.mapping() }.flatMap { reminders($0) }
        plan.review = mapping.value("governance").flatMap { $0.mapping() }.flatMap { governance($0) }
        plan.budgets = budgets(mapping.value("budgets"))
        plan.experiments = experiments(mapping.value("experiments"), among: pathways)
        return plan
    }

    private func diagnosis(_ mapping: DocumentMapping) -> Diagnosis? {
        let skill = mapping.required("skill", "Name the skill whose return can be measured.").flatMap { prose($0) }
        let time = mapping.required("time", "Say what time it may reasonably take.").flatMap { prose($0) }
        let means = mapping.required("means", "Say what budget or assets there are.").flatMap { prose($0) }
        let measure = mapping.required("measure", "Say how success is measured.").flatMap { prose($0) }
        mapping.finish()
        guard let skill, let time, let means, let measure else { return nil }
        return Diagnosis(skill: skill, time: time, means: means, measure: measure)
    }

    private func kpis(_ place: DocumentValue?) -> [ProgrammeKPI] {
        let written = place?.list() ?? []
        let kpis = written.compactMap { value in value.mapping().flatMap { kpi($0) } }
        unique(written, "id", of: "the KPIs")
        return kpis
    }

    private func kpi(_ mapping: DocumentMapping) -> ProgrammeKPI? {
        let id = mapping.required("id", "Name the figure, such as 'id: time-to-fill'.").flatMap { figure($0) }
        let objective = mapping.required("objective", "Name the objective that it measures.")?
            .choice(of: Objective.self)
        let isLeading = mapping.value("leading").map { $0.bool() } ?? false
        let baseline = mapping.value("baseline").flatMap { $0.decimal() }
        let goal = mapping.value("goal").flatMap { $0.decimal() }
        let target = mapping.value("target").flatMap { prose($0, atMost: 200) }
        mapping.finish()
        guard let id, let objective, let isLeading else { return nil }
        return ProgrammeKPI(
            id: id, objective: objective, isLeading: isLeading, baseline: baseline, goal: goal, target: target)
    }

    /// The name of a figure; presence is none to judge a programme by (G4).
    func figure(_ place: DocumentValue) -> String? {
        guard let id = place.id() else { return nil }
        if purpose == .publication, let phrase = Wording.attendance.found(in: id) {
            place.report(
                "outcomes-only", "'\(phrase)' measures presence, not an outcome.",
                remedy: "Judge by a result, such as 'first-week-errors'.")
        }
        return id
    }

    private func reminders(_ mapping: DocumentMapping) -> ReminderPlan? {
        let hours = mapping.value("every").map { $0.integer(in: 1...8760, unit: "hours") } ?? 48
        let text = mapping.value("text").map { $0.id() } ?? "reminder"
        mapping.finish()
        guard let hours, let text else { return nil }
        return ReminderPlan(everyHours: hours, text: text)
    }

    private func governance(_ mapping: DocumentMapping) -> ProgrammeReview? {
        let owners = distinct(
            mapping.required("owners", "List who answers for it, such as 'owners: [learning, legal]'."),
            of: OwnerRole.self, "An owner")
        let days = mapping.value("review").map { $0.integer(in: 1...366, unit: "days") } ?? 30
        mapping.finish()
        guard let days else { return nil }
        return ProgrammeReview(owners: owners, everyDays: days)
    }

    private func budgets(_ place: DocumentValue?) -> [BudgetLine] {
        (place?.list() ?? []).compactMap { value in value.mapping().flatMap { budget($0) } }
    }

    private func budget(_ mapping: DocumentMapping) -> BudgetLine? {
        let line = mapping.required("line", "Name the line, such as 'line: grants'.")?.id()
        let quarter = mapping.required("quarter", "Name the quarter, such as 2025-Q4.")?.quarter()
        let amount = mapping.required("amount", "Say how much there is, such as 'USD 6000'.")?.money()
        let shortfall = mapping.value("when-short").map { $0.choice(of: BudgetShortfall.self) } ?? .queue
        mapping.finish()
        guard let line, let quarter, let amount, let shortfall else { return nil }
        return BudgetLine(line: line, quarter: quarter, amount: amount, shortfall: shortfall)
    }
}
