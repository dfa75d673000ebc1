import Contracts

/// What was decided, beside what the method allowed to conclude on the day of the decision (EXP-15).
struct DecisionReading: Encodable, Equatable, Sendable {
    let variant: String
    let decidedOn: Day
    /// The first day of the new default.
    let from: Day
    /// Who decided, by role.
    let by: String
    let reason: String
    /// What the method allowed to conclude on the day of the decision.
    let allowed: ExperimentFinding
    /// Whether the decision follows from it: the variant was shown to be better, or the control stays and none was.
    let isFollowed: Bool
    /// The same as a sentence.
    let remark: DecisionRemark
    /// Whether the new default is in force on the day of the report.
    let isInForce: Bool
}

/// How a decision stands to what the method allowed to conclude.
enum DecisionRemark: Saying {
    /// The variant was shown to be better.
    case followedDifference(variant: String)
    /// Nothing was shown, and the control stays.
    case keptControl(variant: String)
    /// A variant was chosen that was not shown to be better.
    case notShown(variant: String, verdict: ExperimentVerdict)
    /// A variant was chosen that was shown to be worse.
    case shownWorse(variant: String)
    /// The control stays although a variant was shown to be better.
    case passedOver(variant: String, better: String)

    var code: String {
        switch self {
        case .followedDifference: "followed-difference"
        case .keptControl: "kept-control"
        case .notShown: "not-shown"
        case .shownWorse: "shown-worse"
        case .passedOver: "passed-over"
        }
    }

    var text: String {
        switch self {
        case .followedDifference(let variant): "Variant \(variant) had been shown to be better."
        case .keptControl(let variant): "No other variant had been shown to be better, so \(variant) stays."
        case .notShown(let variant, let verdict):
            "Variant \(variant) had not been shown to be better (\(verdict.rawValue)): it was chosen for other reasons."
        case .shownWorse(let variant): "Variant \(variant) had been shown to be worse than another."
        case .passedOver(let variant, let better):
            "Variant \(better) had been shown to be better than \(variant), which was chosen for other reasons."
        }
    }

    var values: [String: SaidValue] {
        switch self {
        case .followedDifference(let variant), .keptControl(let variant), .shownWorse(let variant):
            ["variant": .text(variant)]
        case .notShown(let variant, let verdict): ["variant": .text(variant), "verdict": .text(verdict.rawValue)]
        case .passedOver(let variant, let better): ["variant": .text(variant), "better": .text(better)]
        }
    }
}
