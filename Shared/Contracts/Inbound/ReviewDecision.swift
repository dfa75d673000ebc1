/// What a live review came to.
public enum ReviewDecision: String, ContractWord {
    /// The borderline case passes.
    case pass
    /// The borderline case does not pass.
    case fail
}
