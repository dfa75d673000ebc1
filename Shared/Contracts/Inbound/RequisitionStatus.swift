/// How far the search for people for a role has come.
public enum RequisitionStatus: String, ContractWord {
    /// People are looked for.
    case wanted
    /// All places are taken.
    case filled
    /// The role is no longer wanted.
    case withdrawn
}
