/// What came out of one check.
public enum CredentialCheckOutcome: String, ContractWord {
    /// It holds.
    case passed
    /// It does not hold.
    case failed
    /// It could not be told.
    case unknown
}
