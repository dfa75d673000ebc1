/// One of the five services; the raw value names its tables, queues, users and program.
public enum ServiceName: String, CaseIterable, Sendable, Hashable {
    /// Contractors, engagements and enrolments.
    case onboarding
    /// Results and outcomes.
    case assessment
    /// Credentials.
    case credentialing
    /// Pools, premiums and the ledger.
    case incentives
    /// Figures.
    case metrics
}
