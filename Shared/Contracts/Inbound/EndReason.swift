/// Why an engagement ended.
public enum EndReason: String, ContractWord {
    /// The work was done, or its term was over.
    case completed
    /// The contractor left.
    case withdrawn
    /// The client ended it.
    case terminated
    /// Any other reason.
    case other
}
