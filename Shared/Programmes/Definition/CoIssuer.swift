/// An educator, an association or a public programme that stands beside the issuer of an achievement (CRD-27).
///
/// It says so in an endorsement of its own, which it signs once for the achievement (Open Badges 3.0,
/// `EndorsementCredential` as a token); every credential of the achievement carries it.
public struct CoIssuer: Hashable, Sendable {
    /// Its id, such as a `did:web`.
    public let id: String
    /// What people call it.
    public let name: String
    /// The address of the achievement that it endorses.
    public let subject: String
    /// The signed endorsement, a compact JWS.
    public let endorsement: String

    /// A co-issuer by its parts.
    public init(id: String, name: String, subject: String, endorsement: String) {
        self.id = id
        self.name = name
        self.subject = subject
        self.endorsement = endorsement
    }
}
