import Contracts

/// A place in a preferred pool, which a credential opens; it is kept after it ends.
struct PoolMembership: Hashable, Sendable {
    /// Derived from the credential and the pool.
    let id: Identifier
    let credential: Identifier
    let pool: String
    var contractor: Identifier
    var programme: String
    var programmeVersion: Int64
    var from: Timestamp
    var until: Timestamp
    /// Whether it lasts.
    var isOpen: Bool
    /// Why it stands as it does.
    var reason: String
    /// The number of the last announcement.
    var sequence: Int64
    /// Until when it pauses, because its credential is suspended.
    var pausedUntil: Timestamp?

    /// The id of the place that a credential opens in a pool.
    static func id(credential: Identifier, pool: String) -> Identifier {
        .derived("pool-membership", credential, pool)
    }

    /// How it is announced for the contractor who stands for the group.
    func state(for holder: Identifier) -> PoolMembershipState {
        PoolMembershipState(
            membership: id, contractor: holder, programme: programme, pool: pool, credential: credential, from: from,
            until: until, reason: reason, sequence: sequence)
    }
}
