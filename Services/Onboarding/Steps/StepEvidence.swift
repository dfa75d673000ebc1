import Contracts
import Programmes

/// What the records of a step say: when it was done, and by which text (ONB-14, ONB-16, ONB-17, ONB-19).
enum StepEvidence {
    /// Whether an outcome closes a step of a kind.
    static func closes(_ kind: StepKind, _ outcome: StepOutcome) -> Bool {
        switch kind {
        case .safety: outcome == .done || outcome == .passed
        case .benefits: outcome == .seen || outcome == .done
        case .sandbox, .securityBaseline: outcome == .passed
        case .simulation: outcome == .accepted
        case .credential, .verification, .consent, .terms: false
        }
    }

    /// When the records of an engagement's step held: each from its event time on, until the next says otherwise.
    static func spans(_ records: [StepRecorded], _ step: OnboardingStep) -> Spans {
        Spans(changes: records.map { ($0.eventTime, closes(step.kind, $0.outcome)) })
    }

    /// The version of the text that was shown last.
    static func textVersion(_ records: [StepRecorded]) -> String? {
        records.last { $0.textVersion != nil }?.textVersion
    }

    /// Whether what was found once is found for another engagement too (ONB-23): a good result that somebody judged,
    /// where something merely done or seen says nothing of the next engagement.
    static func isPortable(_ kind: StepKind, _ outcome: StepOutcome) -> Bool {
        (outcome == .passed || outcome == .accepted) && closes(kind, outcome)
    }
}
