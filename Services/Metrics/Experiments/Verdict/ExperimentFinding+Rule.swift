import Contracts
import Programmes

extension ExperimentFinding {
    /// The chance of a false alarm over all looks and variants together.
    static let alpha = 0.05

    /// What the primary figure allows to conclude.
    ///
    /// Looks that were blocked, below the floor or too early change nothing; what was seen once stays seen. Without the
    /// duration, the floor or a defined test the verdict is withheld once all is over.
    static func of(
        _ facts: ExperimentFacts, _ primary: FigureReading?, _ comparisons: [OutcomeComparison],
        ratio: SampleRatioReading, stops: [Int: (day: Day, subject: ExperimentGuardrail.Subject)]
    ) -> ExperimentFinding {
        let rule = FindingRule(
            facts: facts, primary: primary, comparisons: comparisons, ratio: ratio, stops: Set(stops.keys))
        let finding = rule.finding
        return ExperimentFinding(
            verdict: finding.verdict, variant: finding.variant,
            reasons: finding.reasons + FindingRule.remarks(facts, primary, stops))
    }
}

/// How a verdict follows.
struct FindingRule {
    let facts: ExperimentFacts
    let primary: FigureReading?
    let comparisons: [OutcomeComparison]
    let ratio: SampleRatioReading
    /// The variants that were stopped.
    let stops: Set<Int>

    private var plan: ExperimentPlan { facts.plan }

    /// Days from the first one to the as-of day or the last one, both included.
    private var daysRun: Int {
        max(0, Int(min(facts.asOf, plan.until).number) - Int(plan.from.number) + 1)
    }

    var finding: ExperimentFinding {
        if facts.meetings.isEmpty {
            return ExperimentFinding(
                verdict: .notStarted, variant: nil,
                reasons: [facts.asOf < plan.from ? .startsLater(from: plan.from) : .nobodyMet])
        }
        if ratio.isMismatch {
            return ExperimentFinding(
                verdict: .blocked, variant: nil, reasons: [.ratioFails(p: ratio.p ?? 0)])
        }
        let isOver = facts.asOf >= facts.lastDay(plan.primary)
        guard let primary else {
            return ExperimentFinding(
                verdict: isOver ? .withheld : .collecting, variant: nil,
                reasons: [.noOutcome(kpi: plan.primary)] + (isOver ? [] : waiting))
        }
        return concluded(primary, isOver: isOver)
    }

    private func concluded(_ primary: FigureReading, isOver: Bool) -> ExperimentFinding {
        let found = comparisons.filter { ($0.holm ?? 1) <= ExperimentFinding.alpha }
            .sorted { ($0.holm ?? 1, $0.treatment) < ($1.holm ?? 1, $1.treatment) }
        let missing = shortfalls(primary, beside: Set(found.map(\.treatment)))
        if let first = found.first, missing.isEmpty {
            return ExperimentFinding(
                verdict: .difference, variant: first.treatment,
                reasons: found.map { one in
                    .differs(
                        variant: one.treatment, kpi: one.kpi, p: one.holm ?? 1,
                        isBetter: ((one.estimate ?? 0) < 0) == one.isLowerBetter)
                } + (isOver ? [] : waiting))
        }
        let soFar = found.map {
            ExperimentReason.differsSoFar(variant: $0.treatment, kpi: $0.kpi, p: $0.holm ?? 1)
        }
        guard isOver else {
            return ExperimentFinding(verdict: .collecting, variant: nil, reasons: soFar + missing + waiting)
        }
        if !missing.isEmpty {
            return ExperimentFinding(verdict: .withheld, variant: nil, reasons: soFar + missing)
        }
        if primary.ps.allSatisfy({ $0 == nil }) {
            return ExperimentFinding(verdict: .withheld, variant: nil, reasons: [.undefined(kpi: plan.primary)])
        }
        let seen = comparisons.compactMap(\.power.detectableEffect).max()
        return ExperimentFinding(
            verdict: .noDifferenceShown, variant: nil,
            reasons: [.noDifference(kpi: plan.primary)]
                + (seen.map { [.couldHaveSeen(effect: $0, kpi: plan.primary)] } ?? []))
    }

    /// What a verdict still lacks: days, and units of every variant that was not stopped or that differs.
    private func shortfalls(_ primary: FigureReading, beside found: Set<String>) -> [ExperimentReason] {
        var reasons: [ExperimentReason] = []
        if daysRun < ExperimentStanding.leastDays {
            reasons.append(.tooShort(days: daysRun, least: ExperimentStanding.leastDays))
        }
        for (place, variant) in plan.variants.enumerated() {
            if stops.contains(place), !found.contains(variant.id) { continue }
            let (units, workers) = (primary.series.matured[place], primary.series.workers[place])
            if units < facts.floor {
                reasons.append(.belowFloor(variant: variant.id, units: units, floor: facts.floor))
            } else if plan.override == nil, workers < ExperimentPlan.floor {
                reasons.append(.belowFloor(variant: variant.id, units: workers, floor: ExperimentPlan.floor))
            }
        }
        return reasons
    }

    /// For what is being waited.
    private var waiting: [ExperimentReason] {
        if facts.asOf < plan.until { return [.runs(until: plan.until)] }
        let last = facts.lastDay(plan.primary)
        if facts.asOf >= last { return [] }
        let young = facts.meetings.count { $0.since.day.adding(days: plan.within) > facts.asOf }
        let known = primary?.outcomes.count { $0.maturesOn > facts.asOf } ?? 0
        return [.maturing(units: max(young, known), on: last)]
    }

    /// What is to be kept in mind beside the verdict.
    static func remarks(
        _ facts: ExperimentFacts, _ primary: FigureReading?,
        _ stops: [Int: (day: Day, subject: ExperimentGuardrail.Subject)]
    ) -> [ExperimentReason] {
        let (plan, register) = (facts.plan, facts.register)
        var remarks: [ExperimentReason] = stops.sorted { $0.key < $1.key }.map { place, stop in
            .variantStopped(variant: plan.variants[place].id, subject: stop.subject, on: stop.day)
        }
        let blocked = primary?.series.looks.count(where: \.isBlocked) ?? 0
        if blocked > 0 { remarks.append(.looksBlocked(days: blocked)) }
        if plan.until < register.registered.until {
            remarks.append(.stoppedEarly(declared: register.registered.until, until: plan.until))
        }
        if !register.deviations.isEmpty { remarks.append(.planChanged(times: register.deviations.count)) }
        if let reason = plan.override { remarks.append(.floorOverridden(reason: reason)) }
        if facts.exposedBeforeDeclaration > 0 {
            remarks.append(.metBeforeDeclared(people: facts.exposedBeforeDeclaration))
        }
        if let decision = plan.decision, decision.from <= facts.asOf {
            remarks.append(.rolledOut(variant: decision.variant, from: decision.from))
        }
        return remarks
    }
}
