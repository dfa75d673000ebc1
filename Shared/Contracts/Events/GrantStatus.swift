/// Whether a grant can be claimed.
public enum GrantStatus: String, ContractWord {
    /// It is reserved in the budget and can be claimed.
    case claimable
    /// It waits for the budget.
    case queued
    /// The budget is used up, and the programme does not queue.
    case refused
    /// Its time is over, or its cause fell away.
    case ended
    /// It is paid out.
    case used
}
