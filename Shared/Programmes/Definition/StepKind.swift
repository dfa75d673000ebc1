/// What kind of step an onboarding case has (ONB-01).
public enum StepKind: String, CaseIterable, Hashable, Sendable {
    /// A credential of a pathway is held.
    case credential
    /// An outside check is clear.
    case verification
    /// The worker takes part in the programme.
    case consent
    /// The terms, with the confirmation of independent status, are accepted.
    case terms
    /// A safety module is done.
    case safety
    /// The worker saw what benefits there are.
    case benefits
    /// Work in a sandbox was good (ONB-16).
    case sandbox
    /// The security baseline was passed (ONB-17).
    case securityBaseline = "security baseline"
    /// A simulation's submission was accepted (ONB-19).
    case simulation
}
