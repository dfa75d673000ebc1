import Contracts

/// A time during which a credential does not count (CRD-08): it has an end, and it can be lifted before.
struct Suspension: Hashable, Sendable {
    /// Since when.
    let since: Timestamp
    /// Until when.
    let until: Timestamp
    /// Why.
    let reason: String
}
