import Contracts
import Messaging

/// What the audit trail keeps of attempts, tasks and renewals (GOV-01).
enum AttemptAudit {
    static func judged(_ state: AttemptState) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("attempt", state.attempt)
        inputs.add("offering", state.offering)
        inputs.add("seed", state.seed)
        inputs.add("quizMillionths", state.quiz?.percent?.millionths)
        inputs.add("practicalMillionths", state.practical?.percent?.millionths)
        inputs.add("rubricVersion", state.rubricVersion)
        inputs.add("review", state.review?.rawValue)
        if let startedAt = state.startedAt { inputs.add("startedAt", startedAt) }
        inputs.add("timeFactorMillionths", state.quiz?.timeFactor.millionths)
        inputs.add("isLate", [state.quiz, state.practical].contains { $0?.isLate == true } ? "yes" : "no")
        let outcome: String
        if let refusal = state.refusal {
            outcome = "refused: \(refusal.rawValue)"
        } else if let verdict = state.verdict, let score = state.score {
            outcome = "\(verdict.rawValue) with \(score) percent"
        } else {
            outcome = "open"
        }
        return AuditEntry(
            decision: state.refusal == nil ? "attempt.judged" : "attempt.refused", contractor: state.contractor,
            rule: "layers/1", programme: state.programme, programmeVersion: state.programmeVersion,
            inputs: inputs.text, outcome: outcome)
    }

    static func task(_ task: TaskState) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("task", task.task)
        inputs.add("engagement", task.engagement)
        inputs.add("completedAt", task.completedAt)
        inputs.add("sequence", task.sequence)
        return AuditEntry(
            decision: "task.completed", contractor: task.contractor, rule: "task/1", programme: task.programme,
            programmeVersion: task.programmeVersion, inputs: inputs.text,
            outcome: task.stipend.map { "a stipend of \($0.minorUnits) \($0.currency)" } ?? "no stipend")
    }

    static func renewal(_ renewal: RenewalState) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("renewal", renewal.renewal)
        inputs.add("credential", renewal.credential)
        inputs.add("scoreMillionths", renewal.score.millionths)
        inputs.add("sequence", renewal.sequence)
        return AuditEntry(
            decision: renewal.isWithdrawn ? "renewal.withdrawn" : "renewal.passed", contractor: renewal.contractor,
            rule: "renewal/1", programme: renewal.programme, programmeVersion: renewal.programmeVersion,
            inputs: inputs.text, outcome: renewal.isWithdrawn ? "taken back" : "passed at \(renewal.passedAt)")
    }
}
