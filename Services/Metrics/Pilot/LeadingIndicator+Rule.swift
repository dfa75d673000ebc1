import Contracts
import Database
import Programmes

extension LeadingIndicator {
    /// Units that a statement needs.
    static let least: Int64 = 50

    /// What a value says against baseline and goal.
    ///
    /// Met: the goal is reached, and the interval is clear of the baseline on the better side. Not met: the interval
    /// excludes the goal. Anything else, and anything that rests on fewer than 50, is not enough data.
    static func judge(
        _ found: LeadingValue?, baseline: Double?, goal: Double?, isLowerBetter: Bool
    ) -> (state: State, reason: LeadingReason) {
        guard let found else { return (.notEnoughData, .undefined) }
        guard let baseline else { return (.notEnoughData, .noBaseline) }
        if found.units < least { return (.notEnoughData, .few(units: found.units, least: least)) }
        guard let low = found.low, let high = found.high else { return (.notEnoughData, .undefined) }
        let goal = goal ?? baseline
        let isReached = isLowerBetter ? found.value <= goal : found.value >= goal
        if isReached, isLowerBetter ? high < baseline : low > baseline {
            return (.met, .reached(value: found.value, goal: goal, baseline: baseline))
        }
        if isLowerBetter ? low > goal : high < goal { return (.notMet, .missed(value: found.value, goal: goal)) }
        return (.notEnoughData, .unclear(low: low, high: high, goal: goal))
    }

    /// The indicator of a figure that a programme is led by.
    static func of<M: LeadingMeasure>(
        _ measure: M.Type, _ kpi: ProgrammeKPI, version: Int64, _ seen: [M.Seen]
    ) -> LeadingIndicator {
        let found = M.leading(seen)
        let (baseline, goal) = (kpi.baseline?.double, (kpi.goal ?? kpi.baseline)?.double)
        let verdict = judge(found, baseline: baseline, goal: goal, isLowerBetter: M.isLowerBetter)
        return LeadingIndicator(
            kpi: kpi.id, version: version, scale: M.scale, isLowerBetter: M.isLowerBetter, value: found?.value,
            low: found?.low, high: found?.high, units: found?.units ?? 0, baseline: baseline, goal: goal,
            target: kpi.target, state: verdict.state, reason: verdict.reason)
    }
}

extension KPIDesk {
    /// The leading indicator of a programme; nil where it has none, or one that no figure stands for.
    func leading(_ programme: ProgrammeDefinition, asOf day: Day) async throws -> LeadingIndicator? {
        let measures: [any LeadingMeasure.Type] = [
            TimeToFill.self, FirstWeekErrors.self, Incidents.self, Participation.self, Completion.self,
            QualityDelta.self, Rehire.self, Clearance.self,
        ]
        guard let kpi = programme.kpis.first(where: \.isLeading),
            let measure = measures.first(where: { $0.name == kpi.id })
        else { return nil }
        return try await leading(measure, kpi, about(programme, asOf: day))
    }

    private func leading<M: LeadingMeasure>(
        _ measure: M.Type, _ kpi: ProgrammeKPI, _ question: KPIQuestion
    ) async throws -> LeadingIndicator {
        let definition = try await newest(M.name)
        var question = question
        question.windowDays = definition.windowDays
        let rows = try await database.run([Call(M.query, M.parameters(question))])[0]
        return .of(measure, kpi, version: definition.version, try rows.map { try M.Seen($0) })
    }
}
