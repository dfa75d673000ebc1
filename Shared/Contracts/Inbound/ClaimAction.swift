/// What a worker did with a claim on a grant (INC-11).
public enum ClaimAction: String, ContractWord {
    /// The claim is being written; nothing is asked for yet.
    case drafted
    /// The claim and its receipts are handed in.
    case submitted
    /// The worker took the claim back.
    case withdrawn
}
