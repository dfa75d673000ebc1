/// How far a claim has come (INC-11).
public enum ClaimStatus: String, ContractWord {
    /// It is being written.
    case draft
    /// It waits for a decision.
    case submitted
    /// Something is missing.
    case needsInformation = "needs-information"
    /// It waits for payment.
    case approved
    /// It is refused.
    case rejected
    /// It is paid.
    case paid
    /// The payment was taken back.
    case reversed
    /// The worker took it back.
    case withdrawn
}
