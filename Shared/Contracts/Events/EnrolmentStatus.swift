/// Whether an enrolment stands.
public enum EnrolmentStatus: String, ContractWord {
    /// The contractor takes part.
    case open
    /// The contractor opted out.
    case withdrawn
}
