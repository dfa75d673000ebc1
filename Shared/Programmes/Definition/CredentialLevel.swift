import Contracts

/// A level of a credential's rubric, reached by a score.
public struct CredentialLevel: Hashable, Sendable {
    /// Unique in the credential.
    public let id: String
    /// What people call it.
    public let name: String
    /// What one sees at this level.
    public let description: String?
    /// The lowest score that reaches it, in percent.
    public let from: Decimal6

    /// A level.
    public init(id: String, name: String, description: String? = nil, from: Decimal6) {
        self.id = id
        self.name = name
        self.description = description
        self.from = from
    }
}
