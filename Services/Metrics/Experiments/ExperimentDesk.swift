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
        let people = map.places.keys.sorted()
        var languages: [Identifier: String] = [:]
        if plan.guardrails.contains(where: { $0.subject == .inequality }) {
            for row in try await database.run([
                Call(ExperimentDesk.languages, [.uuids(people), .text(programme)])
            ])[0] {
                languages[try row.identifier(0)] = try row.text(1)
            }
        }
        let meetings = Meeting.all(map, languages: languages)
        let question = OutcomeQuestion(
            people: meetings.map(\.person), since: meetings.map(\.since), programme: programme,
            pathway: plan.pathway, roles: roles, preDays: plan.preDays, end: Timestamp(day.adding(days: 1)))
        let events = try await events(ExperimentDesk.needed(plan), question)
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
            incidents: events[Incidents.name] ?? [], exposedBeforeDeclaration: Int(clamping: early))
    }

    /// The figures whose events an experiment needs: its own, and what its guardrails watch.
    static func needed(_ plan: ExperimentPlan) -> [String] {
        var names = Set([plan.primary] + plan.secondary)
        for guardrail in plan.guardrails {
            switch guardrail.subject {
            case .optOut: names.insert(Participation.name)
            case .complaints: names.insert(Incidents.name)
            case .inequality: break
            }
        }
        return names.sorted()
    }

    private func events(_ names: [String], _ question: OutcomeQuestion) async throws -> [String: [OutcomeEvent]] {
        let rules = names.compactMap { OutcomeRules.rule($0) }
        if question.people.isEmpty { return [:] }
        let answers = try await database.run(rules.map { Call($0.query, $0.parameters(question)) })
        var events: [String: [OutcomeEvent]] = [:]
        for (rule, rows) in zip(rules, answers) { events[rule.kpi] = try rows.map { try OutcomeEvent($0) } }
        return events
    }
}
