import Contracts
import Programmes

extension DecisionReading {
    /// A decision beside what the method allowed to conclude on its day; nil before that day.
    init?(_ facts: ExperimentFacts) {
        guard let decision = facts.plan.decision, decision.decidedOn <= facts.asOf else { return nil }
        let allowed = ExperimentReading.judged(facts.asOf(decision.decidedOn)).finding
        (variant, decidedOn, from) = (decision.variant, decision.decidedOn, decision.from)
        (by, reason) = (decision.by, decision.reason)
        self.allowed = allowed
        remark = DecisionRemark(decision.variant, control: facts.plan.variants.first?.id, allowed)
        switch remark {
        case .followedDifference, .keptControl: isFollowed = true
        case .notShown, .shownWorse, .passedOver: isFollowed = false
        }
        isInForce = decision.from <= facts.asOf
    }
}

extension DecisionRemark {
    /// How the choice of a variant stands to a finding.
    init(_ variant: String, control: String?, _ allowed: ExperimentFinding) {
        var better: [String] = []
        var worse: [String] = []
        for case .differs(let one, _, _, let isBetter) in allowed.reasons {
            if isBetter { better.append(one) } else { worse.append(one) }
        }
        if better.contains(variant) {
            self = .followedDifference(variant: variant)
        } else if worse.contains(variant) {
            self = .shownWorse(variant: variant)
        } else if variant != control {
            self = .notShown(variant: variant, verdict: allowed.verdict)
        } else if let first = better.first {
            self = .passedOver(variant: variant, better: first)
        } else {
            self = .keptControl(variant: variant)
        }
    }
}
