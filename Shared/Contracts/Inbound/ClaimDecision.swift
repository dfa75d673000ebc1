/// What was decided on a claim (INC-11).
public enum ClaimDecision: String, ContractWord {
    /// Something is missing; the worker may add it.
    case needsInformation = "needs-information"
    /// The claim is good.
    case approved
    /// The claim is refused, with a reason.
    case rejected
    /// The money went out.
    case paid
    /// The payment came back or is asked back.
    case reversed
}
