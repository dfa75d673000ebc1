import Contracts
import Programmes

/// Which stages a reading shows that have not been reached before.
enum ExperimentStages {
    /// The experiment as a subject of events: programme and id.
    static func id(_ programme: String, _ experiment: String) -> Identifier {
        .derived("experiment", programme, experiment)
    }

    /// The new stages, in the order in which they come.
    ///
    /// A conclusion is told again when late facts changed it; anything else is told once.
    ///
    /// - Parameters:
    ///   - today: the day on which the reading was made, for what begins with a day.
    ///   - reached: what was reached before, the newest last.
    static func fresh(
        _ reading: ExperimentReading, _ facts: ExperimentFacts, of programme: String, version: Int64, today: Day,
        reached: [ExperimentStageFact]
    ) -> [ExperimentStageFact] {
        let plan = facts.plan
        let id = id(programme, plan.id)
        func stage(
            _ stage: ExperimentStage, _ variant: String?, _ reason: ExperimentReason?, parts: String...
        ) -> ExperimentStageFact {
            ExperimentStageFact(
                key: .derived("experiment-stage", ([id.description, stage.rawValue] + parts).joined(separator: "\n")),
                id: id, programme: programme, experiment: plan.id, programmeVersion: version, stage: stage,
                variant: variant, verdict: reading.finding.verdict, day: facts.asOf,
                reason: reason?.text ?? "The first worker met a variant.")
        }
        var found: [ExperimentStageFact] = []
        if !facts.meetings.isEmpty { found.append(stage(.running, nil, nil)) }
        for reason in reading.finding.reasons {
            if case .variantStopped(let variant, _, _) = reason {
                found.append(stage(.variantStopped, variant, reason, parts: variant))
            }
        }
        let last = reached.last { $0.stage == .concluded }
        let finding = reading.finding
        if isConcluded(finding.verdict, facts), last?.verdict != finding.verdict || last?.variant != finding.variant {
            found.append(
                stage(
                    .concluded, finding.variant, finding.reasons.first, parts: finding.verdict.rawValue,
                    finding.variant ?? "", "\(today)"))
        }
        if let decision = plan.decision, decision.from <= today {
            found.append(
                stage(
                    .rolledOut, decision.variant, .rolledOut(variant: decision.variant, from: decision.from),
                    parts: decision.variant))
        }
        let known = Set(reached.map(\.key))
        return found.filter { !known.contains($0.key) }
    }

    private static func isConcluded(_ verdict: ExperimentVerdict, _ facts: ExperimentFacts) -> Bool {
        switch verdict {
        case .difference, .noDifferenceShown, .withheld: true
        case .blocked: facts.asOf >= facts.lastDay(facts.plan.primary)
        case .notStarted, .collecting: false
        }
    }
}
