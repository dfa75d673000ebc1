/// What a system can ask about credentials.
public enum CredentialQuestion: String, ContractWord {
    /// Whether a credential is genuine and counts now.
    case verify
    /// Whether a worker may perform an action.
    case gate
    /// Which steps of a screening are left for a worker.
    case screening
}
