/// A reason, written down beforehand, for which a credential may be revoked (CRD-07).
public struct RevocationCondition: Hashable, Sendable {
    /// Unique in the credential; a revocation cites it.
    public let id: String
    /// The words.
    public let text: String

    /// A condition.
    public init(id: String, text: String) {
        self.id = id
        self.text = text
    }
}
