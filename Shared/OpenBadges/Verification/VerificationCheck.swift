/// One thing that was looked at while a credential was verified.
public struct VerificationCheck: Hashable, Sendable {
    /// What was looked at.
    public enum Name: String, CaseIterable, Hashable, Sendable {
        /// The file: JSON, a token, or an image with one credential in it.
        case form
        /// The contexts: known ones only, in the order of the standard, none written inline.
        case context
        /// The members: those of the standard, each in its place.
        case structure
        /// The key: the issuer's own, meant for credentials.
        case key
        /// The signature over everything that is said.
        case signature
        /// The dates: valid already, and still.
        case dates
        /// The status list: nobody revoked it.
        case status
    }

    /// What came of it.
    public enum Outcome: String, Hashable, Sendable {
        /// It is as it should be.
        case passed
        /// It is not.
        case failed
        /// It cannot be told, because a source is down.
        case unknown
    }

    /// What was looked at.
    public let name: Name
    /// What came of it.
    public let outcome: Outcome
    /// Why, for people.
    public let detail: String

    /// A check.
    public init(_ name: Name, _ outcome: Outcome, _ detail: String) {
        self.name = name
        self.outcome = outcome
        self.detail = detail
    }
}
