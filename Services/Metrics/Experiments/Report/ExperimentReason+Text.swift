import Contracts
import Programmes

extension ExperimentReason {
    var code: String {
        switch self {
        case .nobodyMet: "nobody-met"
        case .startsLater: "starts-later"
        case .noOutcome: "no-outcome"
        case .ratioFails: "ratio-fails"
        case .looksBlocked: "looks-blocked"
        case .belowFloor: "below-floor"
        case .floorOverridden: "floor-overridden"
        case .tooShort: "too-short"
        case .runs: "runs"
        case .maturing: "maturing"
        case .differs: "differs"
        case .differsSoFar: "differs-so-far"
        case .noDifference: "no-difference"
        case .couldHaveSeen: "could-have-seen"
        case .undefined: "undefined"
        case .stoppedEarly: "stopped-early"
        case .planChanged: "plan-changed"
        case .metBeforeDeclared: "met-before-declared"
        case .variantStopped: "variant-stopped"
        case .rolledOut: "rolled-out"
        }
    }

    var text: String {
        switch self {
        case .nobodyMet: "Nobody has met a variant yet."
        case .startsLater(let from): "It starts on \(from)."
        case .noOutcome(let kpi): "\(kpi) is no value of a single worker, so variants cannot be compared by it."
        case .ratioFails(let p):
            "The variants filled otherwise than meant (p \(ReadingNumbers.p(p))): nothing may be concluded."
        case .looksBlocked(let days):
            "On \(days) days the variants had filled otherwise than meant; these looks were left out."
        case .belowFloor(let variant, let units, let floor):
            "Variant \(variant) has \(units) whose time is over, fewer than the \(floor) that a verdict needs."
        case .floorOverridden(let reason):
            "Fewer than 50 in a variant were allowed, because: \(reason) Read it with care."
        case .tooShort(let days, let least): "It ran \(days) days of at least \(least)."
        case .runs(let until): "It runs until \(until)."
        case .maturing(let units, let day):
            "For \(units) who met a variant the time for an outcome is not over"
                + (day.map { "; the last one's is on \($0)." } ?? ".")
        case .differs(let variant, let kpi, let p, let isBetter):
            "Variant \(variant) differs from the control in \(kpi), for the \(isBetter ? "better" : "worse") "
                + "(p \(ReadingNumbers.p(p)), valid at every look)."
        case .differsSoFar(let variant, let kpi, let p):
            "Variant \(variant) differs in \(kpi) so far (p \(ReadingNumbers.p(p))); the verdict waits."
        case .noDifference(let kpi): "No variant was shown to differ from the control in \(kpi)."
        case .couldHaveSeen(let effect, let kpi):
            "That is no proof of equality: with these numbers, four times out of five only a difference of "
                + "\(ReadingNumbers.number(effect)) or more in \(kpi) would have been found."
        case .undefined(let kpi): "\(kpi) does not vary, or too few have a value, so no test can be formed."
        case .stoppedEarly(let declared, let until): "Stopped early: declared until \(declared), run until \(until)."
        case .planChanged(let times): "The plan was changed \(times) times after it was declared."
        case .metBeforeDeclared(let people): "\(people) met a variant before it was declared."
        case .variantStopped(let variant, let subject, let day):
            "Variant \(variant) was stopped on \(day): the guardrail \(subject.rawValue) was broken."
        case .rolledOut(let variant, let from): "Variant \(variant) is the programme's default from \(from)."
        }
    }

    var values: [String: SaidValue] {
        switch self {
        case .nobodyMet: [:]
        case .startsLater(let from): ["from": .day(from)]
        case .noOutcome(let kpi), .noDifference(let kpi), .undefined(let kpi): ["kpi": .text(kpi)]
        case .ratioFails(let p): ["p": .number(p)]
        case .looksBlocked(let days): ["days": .count(days)]
        case .belowFloor(let variant, let units, let floor):
            ["variant": .text(variant), "units": .count(units), "floor": .count(floor)]
        case .floorOverridden(let reason): ["reason": .text(reason)]
        case .tooShort(let days, let least): ["days": .count(days), "least": .count(least)]
        case .runs(let until): ["until": .day(until)]
        case .maturing(let units, let day):
            ["units": .count(units)].merging(day.map { ["on": .day($0)] } ?? [:]) { $1 }
        case .differs(let variant, let kpi, let p, let isBetter):
            [
                "variant": .text(variant), "kpi": .text(kpi), "p": .number(p),
                "direction": .text(isBetter ? "better" : "worse"),
            ]
        case .differsSoFar(let variant, let kpi, let p):
            ["variant": .text(variant), "kpi": .text(kpi), "p": .number(p)]
        case .couldHaveSeen(let effect, let kpi): ["effect": .number(effect), "kpi": .text(kpi)]
        case .stoppedEarly(let declared, let until): ["declared": .day(declared), "until": .day(until)]
        case .planChanged(let times): ["times": .count(times)]
        case .metBeforeDeclared(let people): ["people": .count(people)]
        case .variantStopped(let variant, let subject, let day):
            ["variant": .text(variant), "subject": .text(subject.rawValue), "on": .day(day)]
        case .rolledOut(let variant, let from): ["variant": .text(variant), "from": .day(from)]
        }
    }
}
