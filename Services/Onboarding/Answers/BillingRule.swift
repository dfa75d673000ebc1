import Contracts
import Programmes

/// Answers whether work of an engagement may be billed at a time, and why (ONB-05).
enum BillingRule {
    /// Rule and version in the audit trail.
    static let rule = "billing-gate/1"

    /// The answer for a case that is gated.
    static func answer(_ judged: CaseJudge.Judged, at time: Timestamp, now: Timestamp) -> BillingQueryAnswered {
        let gate = judged.gate
        var reasons: [String] = []
        if let off = judged.calledOffAt, off <= time { reasons.append("The engagement is called off since \(off).") }
        if let start = gate.startedAt {
            if time < start { reasons.append("The engagement was accepted only at \(start).") }
        } else {
            reasons.append("The engagement is not accepted.")
        }
        for step in judged.steps where step.blocks && !step.spans.contains(time) {
            let (id, owner) = (step.definition.id, step.definition.owner.rawValue)
            if let since = step.spans.list.first(where: { $0.from > time })?.from {
                reasons.append("Step \(id) held only from \(since); \(owner) answers for it.")
            } else if let ended = step.spans.list.last?.until {
                reasons.append("Step \(id) held until \(ended); \(owner) answers for it.")
            } else {
                reasons.append("Step \(id) is open; \(owner) answers for it.")
            }
        }
        let verdict: BillingVerdict = reasons.isEmpty ? .yes : .no
        if verdict == .yes, let cleared = gate.clearedAt {
            reasons.append("Every step that blocks was done at \(cleared), and each still held.")
        }
        return BillingQueryAnswered(
            verdict: verdict, reasons: Array(reasons.prefix(50)), onboardingCase: gate.caseID, rule: rule, at: time,
            decidedAt: now)
    }

    /// The answer for an engagement that no programme of Guildhall's prepares for: what it does not deliver it does not
    /// gate.
    static func answer(ungated engagement: Engagement?, at time: Timestamp, now: Timestamp) -> BillingQueryAnswered {
        guard let engagement else {
            return BillingQueryAnswered(
                verdict: .unknown, reasons: ["No engagement of this id has arrived from this source."], rule: rule,
                at: time, decidedAt: now)
        }
        let isOff = engagement.status == .cancelled || engagement.status == .withdrawn
        if isOff, engagement.eventTime <= time {
            return BillingQueryAnswered(
                verdict: .no, reasons: ["The engagement is called off since \(engagement.eventTime)."],
                onboardingCase: OnboardingCase.id(of: engagement.id), rule: rule, at: time, decidedAt: now)
        }
        return BillingQueryAnswered(
            verdict: .yes, reasons: ["No programme that Guildhall delivers asks for anything in this role."],
            onboardingCase: OnboardingCase.id(of: engagement.id), rule: rule, at: time, decidedAt: now)
    }
}
