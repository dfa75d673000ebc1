import Contracts
import Programmes

/// How far an experiment's results can be trusted: labels, and whether a verdict is withheld (EXP-02, EXP-03).
struct ExperimentStanding: Encodable, Equatable, Sendable {
    /// Days that an experiment runs before there is a verdict.
    static let leastDays = 60

    /// Days from the first one to the as-of day or the last one, both included.
    let daysRun: Int
    /// What is to be said beside every result.
    let labels: [String]
    let isVerdictWithheld: Bool
    /// Why it is withheld.
    let reasons: [String]

    init(_ register: ExperimentRegister, sizes: [(variant: String, workers: Int64)], asOf: Day) {
        let plan = register.plan
        daysRun = max(0, Int(min(asOf, plan.until).number) - Int(plan.from.number) + 1)
        var labels: [String] = []
        for size in sizes where size.workers < Int64(ExperimentPlan.floor) {
            labels.append(
                "Variant \(size.variant) has \(size.workers) workers, fewer than \(ExperimentPlan.floor): "
                    + "read with care."
            )
        }
        if plan.until < register.registered.until {
            labels.append("Stopped early: declared until \(register.registered.until), run until \(plan.until).")
        }
        if !register.deviations.isEmpty {
            labels.append("The plan was changed \(register.deviations.count) times after it was declared.")
        }
        var reasons: [String] = []
        if daysRun < ExperimentStanding.leastDays {
            reasons.append("It ran \(daysRun) days of at least \(ExperimentStanding.leastDays).")
        }
        self.labels = labels
        self.reasons = reasons
        isVerdictWithheld = !reasons.isEmpty
    }
}
