import Contracts
import Messaging
import Programmes

/// What the audit trail keeps of an outcome: enough to decide it again (GOV-01).
enum OutcomeAudit {
    static func entry(_ state: OutcomeState, _ standing: Standing?, isFirst: Bool) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("outcome", state.outcome)
        inputs.add("enrolment", state.enrolment)
        inputs.add("offering", state.offering)
        inputs.add("sequence", state.sequence)
        if let standing {
            inputs.add("passMarkMillionths", standing.place.pathway.passMark.millionths)
            if let counted = standing.layers?.counted {
                inputs.add("attempt", counted.id)
                inputs.add("scoreMillionths", counted.outcome.score.millionths)
                inputs.add("verdict", counted.outcome.verdict?.rawValue)
                inputs.add("rubricVersion", counted.scoringRubric)
            }
            inputs.add(
                "results",
                standing.results.map { result in
                    var entry = AuditInputs()
                    entry.add("record", result.key.record)
                    entry.add("revision", result.key.revision)
                    entry.add("assessment", result.assessment)
                    entry.add("percentMillionths", result.percent.millionths)
                    entry.add("achievedAt", result.eventTime)
                    return entry
                })
        }
        return AuditEntry(
            decision: isFirst ? "outcome.decided" : "outcome.corrected", contractor: state.contractor,
            rule: "outcome/1", programme: state.programme, programmeVersion: state.programmeVersion,
            inputs: inputs.text, outcome: outcome(state, standing))
    }

    private static func outcome(_ state: OutcomeState, _ standing: Standing?) -> String {
        if let awardedAt = state.awardedAt { return "passed at \(awardedAt)" }
        if let verdict = state.verdict { return "not passed: \(verdict.rawValue) with \(state.score) percent" }
        return standing == nil ? "not passed: no enrolment stands for it" : "not passed: under the pass mark"
    }
}
