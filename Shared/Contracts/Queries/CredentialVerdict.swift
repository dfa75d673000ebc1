/// What is answered to a question about credentials.
public enum CredentialVerdict: String, ContractWord {
    /// It is so.
    case yes
    /// It is not so.
    case no
    /// It cannot be told: nothing is known of what was asked, or a source is down. Never to be taken for a yes.
    case unknown
}
