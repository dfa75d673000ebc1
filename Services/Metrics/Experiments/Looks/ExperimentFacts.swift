import Contracts
import Programmes

/// All that an experiment is judged by: what was declared, who met what, and what came of it.
struct ExperimentFacts: Sendable {
    let register: ExperimentRegister
    /// The last day whose events count.
    var asOf: Day
    /// Who met which variant, by id.
    private(set) var meetings: [Meeting]
    /// The outcomes by the name of their figure.
    let outcomes: [String: [ExperimentUnitOutcome]]
    /// Days within which somebody has to come back to count as rehired.
    let window: Int
    /// Engagements after meeting, where rehire is one of the figures.
    var engagements: [OutcomeEvent] = []
    /// Opting in and out again after meeting, where it is watched.
    var optIns: [OutcomeEvent] = []
    /// Incidents after meeting, where they are watched.
    var incidents: [OutcomeEvent] = []
    /// Exposures under a version older than the declaration.
    var exposedBeforeDeclaration = 0

    var plan: ExperimentPlan { register.plan }

    /// The same as they stood on an earlier day.
    func asOf(_ day: Day) -> ExperimentFacts {
        if day >= asOf { return self }
        var facts = self
        facts.asOf = day
        facts.meetings = meetings.filter { $0.since.day <= day }
        return facts
    }

    /// The day of the last look at a figure: whoever met a variant on the last day has had the time for an outcome.
    static func lastDay(_ plan: ExperimentPlan, _ kpi: String, window: Int) -> Day {
        plan.until.adding(days: plan.within + (kpi == Rehire.name ? window : 0))
    }

    /// The day of the last look at a figure.
    func lastDay(_ kpi: String) -> Day { ExperimentFacts.lastDay(plan, kpi, window: window) }

    /// Units that each arm needs before a look counts: with a written reason two, which is the least for a variance.
    var floor: Int {
        if plan.unit == .client { return ExperimentFacts.leastClients }
        return plan.override == nil ? ExperimentPlan.floor : 2
    }

    /// Clients that each arm needs where whole clients are assigned: fewer means are no sample.
    static let leastClients = 10
}
