/// How far an outside check has come.
public enum VerificationStatus: String, ContractWord {
    /// The check was ordered.
    case requested
    /// The check is being made.
    case pending
    /// Nothing was found.
    case clear
    /// A person has to look at what was found.
    case consider
    /// The check no longer counts.
    case expired
}
