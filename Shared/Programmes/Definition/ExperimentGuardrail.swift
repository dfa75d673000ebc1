import Contracts

/// What must not become worse, whatever the primary figure says (EXP-12).
public struct ExperimentGuardrail: Hashable, Sendable {
    /// What is watched.
    public enum Subject: String, Hashable, Sendable, CaseIterable {
        /// The share of those who met the variant and opted in, then out again.
        case optOut = "opt-out"
        /// The share of those who met the variant and about whom an incident was reported.
        case complaints
        /// By how much the primary figure of a language group lies below that of the others.
        case inequality
    }

    /// What is watched.
    public let subject: Subject
    /// By how much a variant may be worse than the control before it is stopped, as a share from 0 to 1.
    public let margin: Decimal6

    /// A guardrail of these parts.
    public init(subject: Subject, margin: Decimal6) {
        self.subject = subject
        self.margin = margin
    }
}
