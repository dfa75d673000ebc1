import Contracts
import Database
import Programmes

/// Finds all that an experiment is judged by.
struct ExperimentDesk: Sendable {
    let database: Database

    /// The language in which people were invited first.
    static let languages = Statement(
        """
        SELECT DISTINCT ON (k.canonical) k.canonical, i.language
        FROM metrics_contractor k JOIN metrics_invitation i ON i.contractor = k.id
        WHERE k.canonical = ANY ($1::uuid[]) AND i.programme = $2 AND i.language IS NOT NULL
        ORDER BY k.canonical, i.invited_at, i.id
        """)

    /// The facts of those who are in a variant, one query a figure.
    ///
    /// - Parameters:
    ///   - roles: the programme's roles.
    ///   - window: days within which somebody has to come back to count as rehired.
    func facts(
        _ register: ExperimentRegister, of programme: String, roles: [String], among map: VariantMap,
        window: Int, early: Int64, asOf day: Day
    ) async throws -> ExperimentFacts {
        let plan = register.plan
        var languages: [Identifier: String] = [:]
        if plan.guardrails.contains(where: { $0.subject == .inequality }) {
            let call = Call(ExperimentDesk.languages, [.uuids(map.places.keys.sorted()), .text(programme)])
            for row in try await database.run([call])[0] { languages[try row.identifier(0)] = try row.text(1) }
        }
        let meetings = Meeting.all(map, languages: languages)
        let question = OutcomeQuestion(plan, meetings, of: programme, roles: roles, asOf: day)
        let rules = ExperimentDesk.needed(plan)
        let answers = meetings.isEmpty ? [] : try await database.run(rules.map { $0.call(question) })
        return try ExperimentDesk.facts(
            register, meetings, rules, answers, window: window, early: Int(clamping: early), asOf: day)
    }

    /// Puts facts together.
    ///
    /// - Parameter answers: those to the rules' queries, one for one; none where nobody met a variant.
    static func facts(
        _ register: ExperimentRegister, _ meetings: [Meeting], _ rules: [any OutcomeRule.Type], _ answers: [Rows],
        window: Int, early: Int, asOf day: Day
    ) throws -> ExperimentFacts {
        let plan = register.plan
        var events: [String: [OutcomeEvent]] = [:]
        for (rule, rows) in zip(rules, answers) { events[rule.kpi] = try rows.map { try OutcomeEvent($0) } }
        var outcomes: [String: [ExperimentUnitOutcome]] = [:]
        for kpi in Set([plan.primary] + plan.secondary) {
            guard let rule = OutcomeRules.rule(kpi) else { continue }
            outcomes[kpi] = ExperimentUnits.outcomes(
                rule, meetings, events[kpi] ?? [], plan, window: window,
                lastDay: ExperimentFacts.lastDay(plan, kpi, window: window))
        }
        return ExperimentFacts(
            register: register, asOf: day, meetings: meetings, outcomes: outcomes, window: window,
            engagements: events[Rehire.name] ?? [], optIns: events[Participation.name] ?? [],
            incidents: events[Incidents.name] ?? [], exposedBeforeDeclaration: early)
    }

    /// The figures whose events an experiment needs: its own, and what its guardrails watch.
    static func needed(_ plan: ExperimentPlan) -> [any OutcomeRule.Type] {
        var names = Set([plan.primary] + plan.secondary)
        for guardrail in plan.guardrails {
            switch guardrail.subject {
            case .optOut: names.insert(Participation.name)
            case .complaints: names.insert(Incidents.name)
            case .inequality: break
            }
        }
        return OutcomeRules.all.filter { names.contains($0.kpi) }
    }
}
