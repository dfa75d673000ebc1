/// How far an onboarding case has come.
public enum CaseStatus: String, ContractWord {
    /// Steps are missing, and there is time.
    case open
    /// Every step that blocks is done: work may be billed.
    case cleared
    /// The time is over and steps are missing.
    case breached
    /// The engagement ended or was called off before it was cleared.
    case closed
}
