import Contracts

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
    /// Hours of the course behind it, if it says (CRD-14).
    public let hours: Decimal6?
    /// The language of its texts, as a BCP 47 tag.
    public let language: String?
    /// Keywords.
    public let tags: [String]
    /// What it corresponds to in public frameworks (CRD-26).
    public let alignments: [CredentialAlignment]
    /// The levels of its rubric, the lowest first.
    public let levels: [CredentialLevel]
    /// Why it may be revoked (CRD-07).
    public let revocation: [RevocationCondition]
    /// What a renewal extends from (CRD-05).
    public let renewal: RenewalBase
    /// For whose work it is made, if it says.
    public let client: CredentialClient?
    /// Who stands beside the issuer (CRD-27).
    public let coIssuers: [CoIssuer]
    /// How it can be renewed before it lapses (CRD-05).
    public let renewalPath: RenewalPath?

    /// A credential of these parts; it lapses after 12 months unless told otherwise.
    public init(
        name: String, description: String, criteria: String, validityMonths: Int = defaultValidityMonths,
        hours: Decimal6? = nil, language: String? = nil, tags: [String] = [], alignments: [CredentialAlignment] = [],
        levels: [CredentialLevel] = [], revocation: [RevocationCondition] = [], renewal: RenewalBase = .completion,
        client: CredentialClient? = nil, coIssuers: [CoIssuer] = [],
        renewalPath: RenewalPath? = nil
    ) {
        self.name = name
        self.description = description
        self.criteria = criteria
        self.validityMonths = validityMonths
        self.hours = hours
        self.language = language
        self.tags = tags
        self.alignments = alignments
        self.levels = levels
        self.revocation = revocation
        self.renewal = renewal
        self.client = client
        self.coIssuers = coIssuers
        self.renewalPath = renewalPath
    }

    /// Months a credential is valid when the plan does not say (CRD-04).
    public static let defaultValidityMonths = 12

    /// The highest level that a score reaches, if any.
    public func level(of score: Decimal6) -> CredentialLevel? {
        levels.filter { $0.from <= score }.max { $0.from < $1.from }
    }
}
