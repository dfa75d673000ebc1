import Contracts
import Pages
import Programmes

/// Why a verdict is what it is, in the reader's language.
extension ExperimentWords {
    /// A reason.
    ///
    /// - Parameter scale: what the primary figure is measured in.
    func reason(_ reason: ExperimentReason, _ scale: Scale) -> String {
        switch reason {
        case .nobodyMet: self(.reasonNobodyMet)
        case .startsLater(let from): self(.reasonStartsLater, day(from))
        case .noOutcome(let kpi): self(.reasonNoOutcome, figure(kpi))
        case .ratioFails(let p): self(.reasonRatioFails, self.p(p))
        case .looksBlocked(let days): self(.reasonLooksBlocked, count(days))
        case .belowFloor(let variant, let units, let floor):
            self(.reasonBelowFloor, variant, count(units), count(floor))
        case .floorOverridden(let reason): "\(self(.reasonFloorOverridden)) \(reason)"
        case .tooShort(let days, let least): self(.reasonTooShort, count(days), count(least))
        case .runs(let until): self(.reasonRuns, day(until))
        case .maturing(let units, let last?): self(.reasonMaturingUntil, count(units), day(last))
        case .maturing(let units, nil): self(.reasonMaturing, count(units))
        case .differs(let variant, let kpi, let p, let isBetter):
            self(isBetter ? .reasonBetter : .reasonWorse, variant, figure(kpi), self.p(p))
        case .differsSoFar(let variant, let kpi, let p): self(.reasonDiffersSoFar, variant, figure(kpi), self.p(p))
        case .noDifference(let kpi): self(.reasonNoDifference, figure(kpi))
        case .couldHaveSeen(let effect, _): self(.reasonCouldHaveSeen, amount(effect, scale))
        case .undefined(let kpi): self(.reasonUndefined, figure(kpi))
        case .stoppedEarly(let declared, let until): self(.reasonStoppedEarly, day(declared), day(until))
        case .planChanged(let times): self(.reasonPlanChanged, count(times))
        case .metBeforeDeclared(let people): self(.reasonMetBeforeDeclared, count(people))
        case .variantStopped(let variant, let subject, let on):
            self(.reasonVariantStopped, variant, guardrail(subject), day(on))
        case .rolledOut(let variant, let from): self(.reasonRolledOut, variant, day(from))
        }
    }

    /// What is watched.
    func guardrail(_ subject: ExperimentGuardrail.Subject) -> String {
        switch subject {
        case .optOut: self(.guardOptOut)
        case .complaints: self(.guardComplaints)
        case .inequality: self(.guardInequality)
        }
    }

    /// Whether a look counts, and why not.
    func counts(_ exclusion: LookExclusion?) -> String {
        switch exclusion {
        case nil: self(.yes)
        case .belowFloor(let units, let floor): self(.excludedBelowFloor, count(units), count(floor))
        case .ratioFails(let p): self(.excludedRatio, self.p(p))
        case .rare(let outcomes, let least): self(.excludedRare, count(outcomes), count(least))
        case .noVariance: self(.excludedNoVariance)
        }
    }

    /// How a decision stands to what the method allowed.
    func remark(_ remark: DecisionRemark) -> String {
        switch remark {
        case .followedDifference(let variant): self(.remarkFollowedDifference, variant)
        case .keptControl(let variant): self(.remarkKeptControl, variant)
        case .notShown(let variant, let verdict): self(.remarkNotShown, variant, self.verdict(verdict))
        case .shownWorse(let variant): self(.remarkShownWorse, variant)
        case .passedOver(let variant, let better): self(.remarkPassedOver, variant, better)
        }
    }

    /// Why a leading indicator is met, or not.
    func reason(_ reason: LeadingReason, _ scale: Scale) -> String {
        switch reason {
        case .reached(let value, let goal, let baseline):
            self(.leadReached, self.value(value, scale), self.value(goal, scale), self.value(baseline, scale))
        case .missed(let value, let goal): self(.leadMissed, self.value(value, scale), self.value(goal, scale))
        case .unclear(let low, let high, let goal):
            self(.leadUnclear, value(low, scale), value(high, scale), value(goal, scale))
        case .few(let units, let least): self(.leadFew, count(units), count(least))
        case .noBaseline: self(.leadNoBaseline)
        case .undefined: self(.leadUndefined)
        }
    }
}
