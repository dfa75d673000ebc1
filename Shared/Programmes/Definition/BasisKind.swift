/// What makes an item mandatory (G2, ONB-18).
public enum BasisKind: String, CaseIterable, Hashable, Sendable {
    /// A law.
    case law
    /// A rule of the site.
    case siteRule = "site rule"
    /// What the engagement's deliverable is accepted by.
    case acceptanceCriterion = "acceptance criterion"
}
