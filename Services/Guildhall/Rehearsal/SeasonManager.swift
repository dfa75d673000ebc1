import Contracts
import Programmes

/// Whoever answers for the season's experiment: looks at it every evening, and decides when it is over.
///
/// What is decided is what the method allows: the variant that was shown to be better, or else that all stays as it was.
struct SeasonManager: Sendable {
    let programme: String
    let plan: ExperimentPlan
    /// The role that decides.
    let role: String
    /// On how many evenings there was a look.
    private(set) var looks = 0
    /// The first verdict, with its day.
    private(set) var verdict: (finding: ExperimentPeek.Finding, day: Day)?
    /// What was decided.
    private(set) var decision: ExperimentDecision?

    /// The manager of the first experiment of a programme; nil where it has none.
    init?(_ published: PublishedProgramme) {
        guard let plan = published.definition.experiments.first, plan.decision == nil else { return nil }
        programme = published.id
        self.plan = plan
        role = published.definition.review?.owners.first?.rawValue ?? "programme owner"
    }

    /// Where the experiment is shown, below the address of the metrics service.
    var path: String { "/experiments/\(programme)/\(plan.id)" }

    /// Looks at the experiment as of a day; a decision, once it is over and a verdict can be said.
    mutating func look(on day: Day, _ metrics: Metrics) async throws -> ExperimentDecision? {
        guard decision == nil else { return nil }
        return take(try await metrics.get(ExperimentPeek.self, "\(path)?as-of=\(day)"), on: day)
    }

    /// Keeps what was seen on a day; a decision, once the experiment is over and a verdict can be said.
    mutating func take(_ peek: ExperimentPeek, on day: Day) -> ExperimentDecision? {
        looks += 1
        guard SeasonManager.verdicts.contains(peek.finding.verdict) else { return nil }
        if verdict == nil { verdict = (peek.finding, day) }
        guard day > plan.until, let variant = peek.better ?? plan.variants.first?.id else { return nil }
        decision = ExperimentDecision(
            variant: variant, decidedOn: day, from: day.adding(days: 1), by: role,
            reason: peek.finding.reasons.first?.text ?? "The experiment is over.")
        return decision
    }

    /// The verdicts with which an experiment can end.
    private static let verdicts = Set(
        [ExperimentVerdict.difference, .noDifferenceShown, .withheld].map(\.rawValue))
}
