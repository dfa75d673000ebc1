import Contracts

/// What the bearer of a token may do.
struct AccessGrant: Hashable, Sendable {
    /// The system.
    let client: String
    /// Whose credentials it may read; none for a system's own leave.
    let contractor: Identifier?
    /// What it may do.
    let scopes: Set<AccessScope>
}
