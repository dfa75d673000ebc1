/// What a renewal's validity is counted from (CRD-05).
public enum RenewalBase: String, CaseIterable, Hashable, Sendable {
    /// The day the renewal was completed.
    case completion
    /// The day the credential would have lapsed, if that was still to come.
    case expiry
}
