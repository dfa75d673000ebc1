import Contracts

/// What the outcomes of an experiment say as of a day: a pure function of the plan and of what happened.
struct ExperimentReading: Equatable, Sendable {
    var finding = ExperimentFinding(verdict: .notStarted, variant: nil, reasons: [.nobodyMet])
    var sampleRatio: SampleRatioReading
    var comparisons: [OutcomeComparison] = []
    var secondaryComparisons: [OutcomeComparison] = []
    var looks: [ExperimentLook] = []
    var survival: RehireSurvival?
    var guardrails: [GuardrailReading] = []
    var decision: DecisionReading?
    /// Units of each variant whose time for the primary outcome is over.
    var matured: [String: Int] = [:]
}
