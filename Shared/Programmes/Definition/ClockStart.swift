/// When the clock of an onboarding case begins (ONB-03).
public enum ClockStart: String, CaseIterable, Hashable, Sendable {
    /// When the engagement is accepted.
    case acceptance
    /// When the engagement is first recorded.
    case recording
}
