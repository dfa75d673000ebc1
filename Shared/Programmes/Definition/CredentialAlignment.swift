/// What a credential corresponds to in a public framework or a regulator's list (CRD-26).
public struct CredentialAlignment: Hashable, Sendable {
    /// The name of the counterpart.
    public let name: String
    /// Its address.
    public let url: String
    /// The framework.
    public let framework: String?
    /// Its code in the framework.
    public let code: String?

    /// A correspondence.
    public init(name: String, url: String, framework: String? = nil, code: String? = nil) {
        self.name = name
        self.url = url
        self.framework = framework
        self.code = code
    }
}
