import LinkedData

/// What came of verifying a credential, check by check (CRD-29).
public struct VerificationReport: Sendable {
    /// The whole in a word.
    public enum Verdict: String, Hashable, Sendable {
        /// Every check passed.
        case valid
        /// A check failed.
        case invalid
        /// No check failed, but one could not be made; nobody should guess.
        case unknown
    }

    /// The checks, in the order in which they were made; after one that failed the next need not follow.
    public internal(set) var checks: [VerificationCheck] = []
    /// Who stands beside the issuer, each with whether its word is genuine; the verdict does not depend on them.
    public internal(set) var endorsements: [Endorsement] = []
    /// The credential, as far as it could be read; it may be believed only if the verdict is valid.
    public internal(set) var credential: JSON?

    /// The whole in a word.
    public var verdict: Verdict {
        if checks.contains(where: { $0.outcome == .failed }) { return .invalid }
        let passed = Set(checks.filter { $0.outcome == .passed }.map(\.name))
        return passed.count == VerificationCheck.Name.allCases.count ? .valid : .unknown
    }

    /// The first check that failed.
    public var failure: VerificationCheck? {
        checks.first { $0.outcome == .failed }
    }
}
