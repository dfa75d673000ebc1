/// Which credentials open an action on a class of assets (CRD-16).
public struct ActionGate: Hashable, Sendable {
    /// Unique in the programme; answers cite it.
    public let id: String
    /// The action, such as `deploy`.
    public let action: String
    /// What it is performed on, such as `payment`.
    public let assetClass: String
    /// What has to be held.
    public let requirement: CredentialRequirement
    /// Why there is such a gate.
    public let basis: String

    /// A gate of its parts.
    public init(id: String, action: String, assetClass: String, requirement: CredentialRequirement, basis: String) {
        self.id = id
        self.action = action
        self.assetClass = assetClass
        self.requirement = requirement
        self.basis = basis
    }
}
