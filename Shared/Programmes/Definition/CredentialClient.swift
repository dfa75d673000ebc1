/// The client for whose work a credential is made; its mark stands on the badge (CRD-03).
public struct CredentialClient: Hashable, Sendable {
    /// What people call it.
    public let name: String
    /// Its address, which is its id in the credential.
    public let url: String
    /// Its mark, a PNG as a `data:` address, so that a badge can be drawn from the credential alone.
    public let mark: String?

    /// A client.
    public init(name: String, url: String, mark: String? = nil) {
        self.name = name
        self.url = url
        self.mark = mark
    }

    /// Characters that a mark's address may have: every credential carries it.
    public static let markLimit = 8192
}
