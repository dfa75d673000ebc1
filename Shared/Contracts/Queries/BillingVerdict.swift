/// What is answered to a question about billing.
public enum BillingVerdict: String, ContractWord {
    /// Work done then may be billed.
    case yes
    /// Work done then may not be billed.
    case no
    /// The engagement is not known; never to be taken for a yes.
    case unknown
}
