/// The credential that a pathway ends in.
public struct CredentialDefinition: Hashable, Sendable {
    /// What the badge says.
    public let name: String
    /// What its holder has shown.
    public let description: String
    /// What had to be done for it.
    public let criteria: String
    /// Calendar months from award to expiry (CRD-04).
    public let validityMonths: Int

    /// A credential of these parts; it lapses after 12 months unless told otherwise.
    public init(name: String, description: String, criteria: String, validityMonths: Int = defaultValidityMonths) {
        self.name = name
        self.description = description
        self.criteria = criteria
        self.validityMonths = validityMonths
    }

    /// Months a credential is valid when the plan does not say (CRD-04).
    public static let defaultValidityMonths = 12
}
