import Contracts
import Messaging

/// What the audit trail keeps of onboarding's decisions about persons: ids and figures only.
enum OnboardingAudit {
    static func gate(_ judged: CaseJudge.Judged, _ event: EventType, _ blocking: [OpenStep]) -> AuditEntry {
        let gate = judged.gate
        var inputs = AuditInputs()
        inputs.add("case", gate.caseID)
        inputs.add("engagement", gate.engagement)
        inputs.add("agreement", gate.agreement)
        if let startedAt = gate.startedAt { inputs.add("startedAt", startedAt) }
        if let dueAt = gate.dueAt { inputs.add("dueAt", dueAt) }
        if let clearedAt = gate.clearedAt { inputs.add("clearedAt", clearedAt) }
        inputs.add("blocking", blocking.map { "\($0.step) (\($0.owner))" }.joined(separator: ", "))
        inputs.add("sequence", gate.sequence)
        let decision = event.name.split(separator: ".").dropFirst().dropLast().joined(separator: ".")
        return AuditEntry(
            decision: decision == "onboarding-case.opened" ? "onboarding-gate.opened" : decision,
            contractor: gate.contractor,
            rule: event == .caseWarned || event == .caseBreached ? GateClock.rule : StartGate.rule,
            programme: gate.programme, programmeVersion: gate.programmeVersion, inputs: inputs.text,
            outcome: gate.status.rawValue)
    }

    static func waiver(_ step: GateStep, _ gate: Gate) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("case", gate.caseID)
        inputs.add("step", step.step)
        inputs.add("waivedBy", step.waivedBy)
        return AuditEntry(
            decision: "onboarding-step.waived", contractor: gate.contractor, rule: "prior-evidence/1",
            programme: gate.programme, programmeVersion: gate.programmeVersion, inputs: inputs.text,
            outcome: "waived")
    }

    static func invitation(_ invitation: Invitation) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("invitation", invitation.id)
        inputs.add("offering", invitation.offering)
        inputs.add("batch", invitation.batch)
        inputs.add("statement", invitation.statement)
        inputs.add("expectedMillionthsOfHours", invitation.expectedHours.millionths)
        inputs.add("sequence", invitation.sequence)
        return AuditEntry(
            decision: invitation.isWithdrawn ? "invitation.withdrawn" : "invitation.issued",
            contractor: invitation.contractor, rule: "invitation/1", programme: invitation.programme,
            programmeVersion: invitation.programmeVersion, inputs: inputs.text,
            outcome: invitation.isWithdrawn ? "withdrawn" : "issued")
    }

    static func violation(_ violation: Violation) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("report", violation.report)
        inputs.add("engagement", violation.engagement)
        if let clearedAt = violation.clearedAt { inputs.add("clearedAt", clearedAt) }
        inputs.add("millionthsOfHours", violation.hours.millionths)
        inputs.add("sequence", violation.sequence)
        return AuditEntry(
            decision: violation.isOpen ? "billing-violation.flagged" : "billing-violation.taken-back",
            contractor: violation.contractor, rule: BillingRule.rule, inputs: inputs.text,
            outcome: violation.isOpen ? "flagged" : "taken back")
    }

    static func notice(_ notice: Notice) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("notice", notice.id)
        inputs.add("kind", notice.kind.rawValue)
        inputs.add("number", notice.number)
        inputs.add("text", notice.text)
        inputs.add("textVersion", notice.textVersion)
        inputs.add("language", notice.language)
        return AuditEntry(
            decision: "notice.issued", contractor: notice.contractor, rule: ReminderSeries.rule,
            programme: notice.programme, programmeVersion: notice.programmeVersion, inputs: inputs.text,
            outcome: "issued")
    }
}
