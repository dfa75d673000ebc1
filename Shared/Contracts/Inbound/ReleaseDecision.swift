/// What a worker decided on a case study or a testimonial (INC-16).
public enum ReleaseDecision: String, ContractWord {
    /// It may be published as it stands.
    case accepted
    /// It may be published as the worker changed it.
    case edited
    /// It is not to be published.
    case declined
}
