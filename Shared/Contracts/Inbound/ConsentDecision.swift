/// What somebody decided.
public enum ConsentDecision: String, ContractWord {
    /// Agreed.
    case given
    /// Took the agreement back.
    case withdrawn
}
