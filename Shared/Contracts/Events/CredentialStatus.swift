/// Whether a credential counts.
public enum CredentialStatus: String, ContractWord {
    /// It counts.
    case valid
    /// Its term is over.
    case lapsed
    /// It was taken back.
    case revoked
}
